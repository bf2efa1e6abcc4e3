import Foundation
import Testing

/// What a batch meets that is not an article's fault: parents, disks, damaged folders of reports.
@Suite("dictum batch under trouble")
struct BatchFaultTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(at: url("in"), withIntermediateDirectories: true)
    for name in ["a", "b"] { try folder.write("in/\(name).txt", "“We won,” Ann Lee said on Monday.\n") }
  }

  private func url(_ path: String) -> URL { folder.url.appendingPathComponent(path) }

  /// Runs a shell command in the folder; `$BATCH` is `dictum batch` with a pipeline.
  private func shell(_ command: String) throws -> Tool.Result {
    try Tool.shell("BATCH=\"$DICTUM batch $PWD/Pipelines/segment.yaml\"; cd '\(folder.url.path)'; \(command)")
  }

  private func manifest(_ out: String = "o") throws -> String {
    try String(contentsOf: url("\(out)/manifest.jsonl"), encoding: .utf8)
  }

  @Test("reports are not put among the articles, where they would be read as articles")
  func outIsArticles() throws {
    defer { folder.remove() }
    let result = try shell("$BATCH in --out in/../in")
    #expect(result.status == 2 && result.errors.contains("[D601]"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: url("in").path).sorted() == ["a.txt", "b.txt"])
    #expect(try shell("$BATCH in --out in/out; exec $BATCH in --out in/out").output.contains("2 done before"))
  }

  @Test("messages of a process without descriptors do not land in the files that it writes")
  func closedDescriptors() throws {
    defer { folder.remove() }
    try folder.write("in/empty.txt", "")
    let files = try shell("exec $BATCH in --out o <&- >&- 2>&-")
    #expect(files.status == 1)
    #expect(try manifest().split(separator: "\n").allSatisfy { $0.hasPrefix("{") })
    let lines = try shell("exec $BATCH in --out lines --ndjson --quiet <&- >&- 2>&-")
    #expect(lines.status == 1)
    let reports = try String(contentsOf: url("lines/reports.ndjson"), encoding: .utf8)
    #expect(
      reports.split(separator: "\n").count == 3 && reports.split(separator: "\n").allSatisfy { $0.hasPrefix("{") }
    )
  }

  @Test(
    "a damaged entry costs its article a second analysis and nothing else",
    arguments: ["\"length\":-5", "\"length\":9000000000000000000", "\"length\":99999", "\"length\":1e300", "\"len"]
  )
  func damagedEntry(_ damage: String) throws {
    defer { folder.remove() }
    #expect(try shell("exec $BATCH in --out o --ndjson").status == 0)
    let whole = try Data(contentsOf: url("o/reports.ndjson"))
    let damaged = try manifest().replacing(/"length":[0-9]+/, with: damage)
    try folder.write("o/manifest.jsonl", damaged)
    let result = try shell("exec $BATCH in --out o --ndjson")
    #expect(result.status == 0 && result.output.contains("2 analysed"), "\(result.errors)")
    #expect(try Data(contentsOf: url("o/reports.ndjson")) == whole)
  }

  @Test("a manifest that was torn in its first line is begun again; one that is damaged only with --fresh")
  func tornManifest() throws {
    defer { folder.remove() }
    #expect(try shell("exec $BATCH in --out o").status == 0)
    let whole = try manifest()
    try folder.write("o/manifest.jsonl", String(whole.prefix(9)))
    #expect(try shell("exec $BATCH in --out o").output.contains("2 analysed"))
    #expect(try manifest() == whole)
    try folder.write("o/manifest.jsonl", "\0\0\0\0\0")
    let refused = try shell("exec $BATCH in --out o")
    #expect(refused.status == 2 && refused.errors.contains("[D503]") && refused.errors.contains("--fresh"))
    #expect(try shell("exec $BATCH in --out o --fresh").status == 0)
    #expect(try manifest() == whole)
    #expect(try String(contentsOf: url("o/manifest.jsonl.old"), encoding: .utf8) == "\0\0\0\0\0")
  }

  @Test("a name of any bytes and of any length has its report")
  func names() throws {
    defer { folder.remove() }
    let result = try shell(
      """
      cp in/a.txt "in/$(printf 'caf\\351.txt')"; cp in/a.txt 'in/caf%E9.txt'
      cp in/a.txt "in/$(printf 'n%.0s' $(seq 239)).txt"; mkdir "in/$(printf 'd\\377')" in/a.txt.json
      cp in/a.txt "in/$(printf 'd\\377')/x.txt"; cp in/a.txt in/a.txt.json/i.txt
      $BATCH in --out o || exit 9; exec $BATCH in --out o
      """
    )
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("7 articles: 0 analysed, 7 done before"))
    #expect(try manifest().contains(#"{"article":"caf%E9.txt","#) && manifest().contains(#"{"article":"caf%E9.txt~"#))
  }

  @Test("a damaged file is one entry, which names no folder")
  func damagedOnce() throws {
    defer { folder.remove() }
    try folder.write("in/h.jsonl.gz", Data([0x1F, 0x8B, 0x08, 0x00]))
    #expect(try shell("exec $BATCH in --out o").status == 1)
    let entries = try manifest().split(separator: "\n").filter { $0.contains("h.jsonl.gz") }
    #expect(entries.count == 1 && !entries[0].contains("in/h.jsonl.gz"))
  }

  @Test("a folder that cannot be read is a fault, not an empty folder")
  func unreadableFolder() throws {
    defer { folder.remove() }
    // The system's own failure, as strace would inject it, from a library that stands before the real one.
    try folder.write(
      "failing.c",
      "#include <dirent.h>\n#include <errno.h>\nstruct dirent *readdir(DIR *d) { errno = EIO; return 0; }\n"
    )
    let result = try shell(
      "clang -shared -fPIC -o failing.so failing.c && LD_PRELOAD=$PWD/failing.so exec $BATCH in --out o"
    )
    #expect(result.status == 2 && result.errors.contains("[D202]: in:"), "\(result.errors)")
  }

  @Test("a file that was only being opened when a stage ended the run is read the next time")
  func openedBeside() throws {
    defer { folder.remove() }
    try folder.write("in/lines.jsonl", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n")
    func left(_ notes: (file: String, opens: Bool)...) throws {
      _ = try shell("mkdir -p o")
      let lines = notes.map { "{\"over\":false,\"opens\":\($0.opens),\"stage\":\"\",\"article\":\"\($0.file)\"}\n" }
      try folder.write("o/in-flight.jsonl", lines.joined())
    }
    try left(("a.txt", false), ("lines.jsonl", true))
    #expect(try shell("exec $BATCH in --out o").status == 0)
    // Alone, or time and again, it is what ends runs.
    for notes in [[("lines.jsonl", true)], [("a.txt", false), ("lines.jsonl", true), ("lines.jsonl", true)]] {
      _ = try shell("rm -rf o")
      try left(notes[0], notes.last ?? notes[0], notes.count > 2 ? notes[1] : notes[0])
      #expect(try shell("exec $BATCH in --out o").status == 1)
    }
  }

  @Test("nothing asks for the network")
  func noNetwork() throws {
    defer { folder.remove() }
    try folder.write(
      "offline.c",
      "#include <stdlib.h>\nint socket(int a, int b, int c) { abort(); }\nint connect(int a, const void *b, unsigned c) { abort(); }\n"
    )
    let result = try shell(
      "clang -w -shared -fPIC -o offline.so offline.c && LD_PRELOAD=$PWD/offline.so exec $DICTUM batch "
        + "'\(Tool.root.path)/Pipelines/news-small.yaml' in --out o"
    )
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test("a script that changed makes its reports anew")
  func changedScript() throws {
    defer { folder.remove() }
    try folder.write(
      "p.yaml",
      "dictum: 1\nname: p\nstages:\n  - exec: { command: [sh, s.sh], files: [words.txt], provides: [k] }\n"
    )
    func script(_ label: String) throws {
      try folder.write("s.sh", "while read -r line; do echo '{\"k\": [{\"label\": \"\(label)\"}]}'; done")
    }
    let run = "exec $DICTUM batch p.yaml in --out o"
    try folder.write("words.txt", "some")
    try script("one")
    #expect(try shell(run).status == 0)
    #expect(try shell(run).output.contains("2 done before"))
    try script("two")
    #expect(try shell(run).output.contains("2 analysed"))
    #expect(try String(contentsOf: url("o/a.txt.json"), encoding: .utf8).contains(#""label":"two""#))
    try folder.write("words.txt", "others")
    #expect(try shell(run).output.contains("2 analysed"))
    try FileManager.default.removeItem(at: url("words.txt"))
    let refused = try shell(run)
    #expect(refused.status == 2 && refused.errors.contains("p.yaml:4:") && refused.errors.contains("`words.txt`"))
  }

  @Test("a message names its article, and the record does not depend on where the command runs")
  func namesArticle() throws {
    defer { folder.remove() }
    try folder.write("in/which-one.json", "[]")
    let result = try shell("exec $BATCH in --out o")
    #expect(result.errors.contains("which-one.json"))
    _ = try shell("cd in; exec $BATCH . --out ../o2")
    #expect(try manifest("o2") == manifest())
  }

  @Test("what an earlier run left is not followed elsewhere, and goes")
  func leftovers() throws {
    defer { folder.remove() }
    try folder.write("precious", "mine")
    let result = try shell(
      "mkdir o; ln -s ../precious o/a.txt.json.partial; ln -s ../precious o/summary.json.partial; : > o/.corpus.partial; "
        + "ln -s ../precious o/b.txt.json; exec $BATCH in --out o"
    )
    #expect(result.status == 0, "\(result.errors)")
    #expect(try String(contentsOf: url("precious"), encoding: .utf8) == "mine")
    let left = try FileManager.default.contentsOfDirectory(atPath: url("o").path).sorted()
    #expect(left == ["a.txt.json", "b.txt.json", "manifest.jsonl", "summary.json"])
  }
}
