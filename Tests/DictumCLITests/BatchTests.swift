import Foundation
import Testing

@Suite("dictum batch")
struct BatchTests {
  private static let pipeline = "Pipelines/quotes-rules.yaml"
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["in/sub"] { try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true) }
  }

  private func url(_ path: String) -> URL { folder.url.appendingPathComponent(path) }
  private func path(_ path: String) -> String { url(path).path }

  private func batch(_ more: String..., pipeline: String = pipeline, out: String = "out") throws -> Tool.Result {
    try Tool.run(["batch", pipeline, path("in"), "--out", path(out)] + more)
  }

  private func manifest(_ out: String = "out") throws -> [String: [String: Any]] {
    let lines = try String(contentsOf: url("\(out)/manifest.jsonl"), encoding: .utf8).split(separator: "\n")
    return try lines.reduce(into: [:]) { entries, line in
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      if let article = object["article"] as? String { entries[article] = object }
    }
  }

  private func code(_ article: String) throws -> String? {
    (try manifest()[article]?["error"] as? [String: Any])?["code"] as? String
  }

  /// Every file below a folder with its bytes.
  private func files(_ out: String) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: path(out))
    return try names.reduce(into: [:]) { files, name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path("\(out)/\(name)"), isDirectory: &isFolder)
      if !isFolder.boolValue { files[name] = try Data(contentsOf: url("\(out)/\(name)")) }
    }
  }

  private func writeArticles(_ count: Int) throws {
    for index in 0..<count {
      let text = "“We have won number \(index) of these games,” Ann Lee said on Monday.\n\nBo Berg left the town.\n"
      try folder.write("in/\(index % 2 == 0 ? "" : "sub/")a\(index).txt", text)
    }
  }

  @Test("articles of every kind get a report that carries what is known of them")
  func kinds() throws {
    defer { folder.remove() }
    try writeArticles(2)
    try folder.write("in/b.md", "# News\n\n“We won,” Ann Lee said.\n")
    try folder.write(
      "in/c.html",
      "<title>Page</title><p>“We won the game on Monday after all,” Ann Lee said to us.</p>"
    )
    try folder.write("in/d.json", #"{"id": "dee", "text": "“We won,” Ann Lee said.", "date": "2026-01-02"}"#)
    try folder.write("in/e.jsonl", "{\"text\": \"One.\"}\n\n{\"text\": \"Two.\"}\n")
    try folder.write("in/picture.png", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]))
    try Process.run(
      URL(fileURLWithPath: "/bin/sh"),
      arguments: ["-c", "gzip -c '\(path("in/a0.txt"))' > '\(path("in/f.txt.gz"))'"]
    )
    .waitUntilExit()
    let result = try batch()
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("8 articles: 8 analysed, 0 failed, 1 other files passed over (1 .png)"))
    let expected = [
      "a0.txt.json", "sub/a1.txt.json", "b.md.json", "c.html.json", "d.json.json", "e.jsonl.1.json", "e.jsonl.3.json",
      "f.txt.gz.json",
    ]
    let made = try files("out")
    #expect(Set(made.keys) == Set(expected + ["manifest.jsonl", "summary.json"]))
    let dee = String(decoding: try #require(made["d.json.json"]), as: UTF8.self)
    #expect(dee.contains("\"id\":\"dee\"") && dee.contains("\"date\":\"2026-01-02\""))
    let page = String(decoding: try #require(made["c.html.json"]), as: UTF8.self)
    #expect(page.contains("\"title\":\"Page\"") && page.contains("\"source\":\"c.html\""))
  }

  @Test("whatever is wrong with an article is on record, and the others are done")
  func faults() throws {
    defer { folder.remove() }
    try writeArticles(4)
    try folder.write("in/empty.txt", "")
    try folder.write("in/binary.txt", Data([0x41, 0x00, 0x01, 0x02, 0x03, 0x42]))
    try folder.write("in/big.txt", String(repeating: "A long text. ", count: 100_000))
    try folder.write("in/lines.jsonl", "{\"text\": \"One.\"}\n{oops\n{\"text\": \"Three.\"}\n")
    try folder.write("in/broken.txt.gz", Data([0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF]))
    try FileManager.default.createSymbolicLink(atPath: path("in/sub/loop"), withDestinationPath: path("in"))
    try FileManager.default.createSymbolicLink(atPath: path("in/gone.txt"), withDestinationPath: "nowhere")
    let result = try batch("--limit", "1")
    #expect(result.status == 1)
    #expect(try code("empty.txt") == "D210")
    #expect(try code("binary.txt") == "D211")
    #expect(try code("big.txt") == "D204")
    #expect(try code("lines.jsonl#2") == "D205")
    #expect(try code("broken.txt.gz") == "D213")
    #expect(try code("sub/loop") == "D212")
    #expect(try code("gone.txt") == "D201")
    #expect(try manifest().values.count { $0["status"] as? String == "done" } == 6)
    #expect(result.errors.contains("[D210]: empty.txt"))
  }

  @Test("the same bytes for any number of jobs and in any order of making, as files and as lines")
  func deterministic() throws {
    defer { folder.remove() }
    try writeArticles(60)
    try folder.write("in/empty.txt", "")
    for more in [[], ["--ndjson"]] {
      _ = try Tool.run(["batch", Self.pipeline, path("in"), "--out", path("one"), "--jobs", "1"] + more)
      _ = try Tool.run(["batch", Self.pipeline, path("in"), "--out", path("three"), "--jobs", "3"] + more)
      let one = try files("one")
      #expect(one.count == (more.isEmpty ? 62 : 3))
      #expect(try files("three") == one)
      for name in ["one", "three"] { try FileManager.default.removeItem(at: url(name)) }
    }
  }

  @Test("a second run does only what is new or changed, and ends with the bytes of a first one")
  func resume() throws {
    defer { folder.remove() }
    try writeArticles(10)
    #expect(try batch().output.contains("10 articles: 10 analysed"))
    #expect(try batch().output.contains("10 articles: 0 analysed, 10 done before, unchanged"))
    try folder.write("in/a0.txt", "“It is another text,” Bo Berg said.")
    try folder.write("in/new.txt", "“It is new,” Bo Berg said.")
    try FileManager.default.removeItem(at: url("out/a2.txt.json"))
    #expect(try batch().output.contains("11 articles: 3 analysed, 8 done before"))
    #expect(try batch(pipeline: "Pipelines/segment.yaml").output.contains("11 articles: 11 analysed"))
    #expect(try batch().output.contains("11 articles: 11 analysed"))
    _ = try batch(out: "other")
    #expect(try files("out") == files("other"))
  }

  @Test(
    "a run that is killed is taken up where it stopped: nothing lost, nothing twice, no half file",
    arguments: [[], ["--ndjson"]]
  )
  func killed(_ more: [String]) throws {
    defer { folder.remove() }
    try writeArticles(30)
    // A stage that kills its parent at an article, once for each of three articles.
    let pipeline = try stage(
      """
      mark = "\(path("killed-"))" + document["id"].replace("/", "-")
      if document["id"] in ("a10.txt", "a20.txt", "sub/a7.txt") and not os.path.exists(mark):
          open(mark, "w").close()
          os.kill(os.getppid(), signal.SIGKILL)
          time.sleep(10)
      """
    )
    var last: Int32 = SIGKILL
    var runs = 0
    while last == SIGKILL, runs < 4 {
      last = try Tool.run(["batch", pipeline, path("in"), "--out", path("out"), "--jobs", "2"] + more).status
      runs += 1
    }
    // Two of the three may come so close together that they end the same run.
    #expect(runs >= 3 && last == 0)
    #expect(try Tool.run(["batch", pipeline, path("in"), "--out", path("whole"), "--jobs", "1"] + more).status == 0)
    #expect(try files("out") == files("whole"))
  }

  @Test("Ctrl-C finishes what is under way; the same command goes on from there")
  func interrupted() throws {
    defer { folder.remove() }
    try writeArticles(30)
    let pipeline = try stage(
      "if document[\"id\"] == \"a12.txt\": os.kill(os.getppid(), signal.SIGINT); time.sleep(0.2)"
    )
    let first = try Tool.run("batch", pipeline, path("in"), "--out", path("out"), "--jobs", "1")
    #expect(first.status == 3)
    #expect(first.output.contains("interrupted: run the same command again"))
    let done = try manifest().count
    #expect(done > 0 && done < 30)
    try FileManager.default.removeItem(at: url("in/a12.txt"))
    #expect(
      try Tool.run("batch", pipeline, path("in"), "--out", path("out")).output.contains("\(done - 1) done before")
    )
    #expect(try manifest().count == 29)
  }

  @Test("an out folder that is removed meanwhile is made again; the rest is done, and the next run does what is lost")
  func removed() throws {
    defer { folder.remove() }
    try writeArticles(20)
    let pipeline = try stage(
      """
      mark = "\(path("removed"))"
      if document["id"] == "a14.txt" and not os.path.exists(mark):
          open(mark, "w").close()
          shutil.rmtree("\(path("out"))")
      """
    )
    let first = try Tool.run("batch", pipeline, path("in"), "--out", path("out"), "--jobs", "1")
    #expect(first.status == 1)
    #expect(first.errors.contains("[D502]"))
    #expect(try manifest().count < 20)
    #expect(try Tool.run("batch", pipeline, path("in"), "--out", path("out")).status == 0)
    _ = try Tool.run("batch", pipeline, path("in"), "--out", path("whole"))
    #expect(try files("out") == files("whole"))
  }

  @Test("reports that cannot be written are on record, leave no half file, and the others are done")
  func unwritable() throws {
    defer { folder.remove() }
    try writeArticles(3)
    try folder.write("in/long.txt", String(repeating: "“We have won the game,” Ann Lee said. ", count: 1_000))
    // A limit on the size of files stands in for a full disk.
    let result = try Tool.shell(
      "ulimit -f 20; exec \"$DICTUM\" batch \(Self.pipeline) '\(path("in"))' --out '\(path("out"))'"
    )
    #expect(result.status == 1)
    #expect(try code("long.txt") == "D501")
    #expect(try files("out").keys.filter { $0.contains("partial") || $0.contains("long") }.isEmpty)
    #expect(try manifest().values.count { $0["status"] as? String == "done" } == 3)
  }

  @Test("an out folder that cannot be used is refused before anything is done")
  func refused() throws {
    defer { folder.remove() }
    try writeArticles(1)
    try folder.write("file", "")
    let under = try batch(out: "file/out")
    #expect(under.status == 2 && under.errors.contains("[D501]"))
    try FileManager.default.createDirectory(at: url("theirs"), withIntermediateDirectories: true)
    try folder.write("theirs/manifest.jsonl", "{\"files\": 3}\n")
    let foreign = try batch(out: "theirs")
    #expect(foreign.status == 2 && foreign.errors.contains("[D503]"))
    #expect(try String(contentsOf: url("theirs/manifest.jsonl"), encoding: .utf8) == "{\"files\": 3}\n")
  }

  @Test("the summary tells who spoke most")
  func summary() throws {
    defer { folder.remove() }
    try writeArticles(4)
    let result = try batch(pipeline: "Pipelines/news-small.yaml")
    #expect(result.output.contains("4  Ann Lee, in 4 articles"))
    let text = try String(contentsOf: url("out/summary.json"), encoding: .utf8)
    #expect(text.contains(#"{"id":"person:ann-lee","name":"Ann Lee","statements":4,"articles":4}"#))
  }

  @Test("progress can be read by a program")
  func progress() throws {
    defer { folder.remove() }
    try writeArticles(3)
    let last = try #require(try batch("--json-progress").errors.split(separator: "\n").last)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
    #expect(object["articles"] as? Int == 3)
    #expect(object["bytes"] as? Int == object["total_bytes"] as? Int)
  }

  /// A pipeline that ends with a Python stage: `body` sees each `document` and may do mischief.
  private func stage(_ body: String) throws -> String {
    try folder.write(
      "mischief.py",
      """
      import json, os, shutil, signal, sys, time
      for line in sys.stdin:
          document = json.loads(line)
      \(body.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n"))
          print(json.dumps({"marks": []}), flush=True)
      """
    )
    return try folder.write(
      "mischief.yaml",
      """
      dictum: 1
      name: mischief
      stages:
        - segment
        - exec: { command: [python3, "\(path("mischief.py"))"], provides: [marks] }
      """
    ).path
  }
}
