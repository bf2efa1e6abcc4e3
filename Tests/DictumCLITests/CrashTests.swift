import Foundation
import Testing

@Suite("crashes and hangs of stages", .serialized)
struct CrashTests {
  private let plugin: BuiltPlugin

  init() throws { plugin = try BuiltPlugin.shared.get() }

  /// A folder of articles, some of which crash or hang the stage.
  private func articles(_ texts: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let articles = folder.url.appendingPathComponent("in")
    try FileManager.default.createDirectory(at: articles, withIntermediateDirectories: true)
    for (name, text) in texts { try folder.write("in/\(name)", text) }
    return folder
  }

  private func batch(_ folder: TemporaryFolder, _ options: String...) throws -> Tool.Result {
    let (articles, out) = (folder.url.appendingPathComponent("in").path, folder.url.appendingPathComponent("out").path)
    return try Tool.run(
      ["batch", plugin.pipeline, articles, "--out", out] + options,
      environment: plugin.environment
    )
  }

  private func manifest(_ folder: TemporaryFolder) throws -> [String] {
    let lines = try String(contentsOf: folder.url.appendingPathComponent("out/manifest.jsonl"), encoding: .utf8)
    return lines.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("after a crash the same command goes on past the article, with a record", arguments: ["1", "3"])
  func crash(_ jobs: String) throws {
    let folder = try articles(["a.txt": "considerable", "b.txt": "CRASH", "c.txt": "politicians", "d.txt": "CRASH"])
    #expect(try batch(folder, "--jobs", jobs).status == SIGABRT)
    let note = folder.url.appendingPathComponent("out/in-flight.jsonl")
    // With three jobs, d.txt may end the process before b.txt has begun.
    let noted = try String(contentsOf: note, encoding: .utf8)
    let guilty = ["b.txt", "d.txt"].filter { noted.contains(#""stage":"longwords","article":"\#($0)""#) }
    #expect(jobs == "1" ? guilty == ["b.txt"] : !guilty.isEmpty, "\(noted)")
    var status = SIGABRT
    for _ in 0..<3 where status == SIGABRT {
      let result = try batch(folder, "--jobs", jobs)
      for name in guilty { #expect(result.errors.contains(name)) }
      status = result.status
    }
    #expect(status == 1)
    let entries = try manifest(folder)
    #expect(entries.map { $0.contains(#""status":"done""#) } == [true, false, true, false])
    #expect(entries[1].contains("the process ended in the stage `longwords`: signal 6 (Aborted)"))
    #expect(!FileManager.default.fileExists(atPath: note.path))
  }

  @Test("with --isolate a crash and a hang cost their articles alone", arguments: [[], ["--ndjson"]])
  func isolated(_ layout: [String]) throws {
    let texts = ["a.txt": "considerable", "b.txt": "CRASH", "c.txt": "HANG", "d.txt": "politicians", "e.txt": "CRASH"]
    let folder = try articles(texts)
    let out = folder.url.appendingPathComponent("out").path
    let words = ["--isolate", "--time-limit", "0.5", "--jobs", "2", "--out", out] + layout
    let result = try Tool.run(
      ["batch", plugin.pipeline, folder.url.appendingPathComponent("in").path] + words,
      environment: plugin.environment
    )
    #expect(result.status == 1, "\(result.errors)")
    let entries = try manifest(folder)
    #expect(entries.map { $0.contains(#""status":"done""#) } == [true, false, false, true, false])
    #expect(entries[1].contains("[D308]") || entries[1].contains(#""code":"D308""#))
    #expect(entries[2].contains(#""code":"D309","stage":"longwords""#))
    #expect(result.output.contains("2 ") && !FileManager.default.fileExists(atPath: out + "/in-flight.jsonl"))
  }

  @Test("without --isolate a stage over its time limit ends the batch, and the next run goes on past the article")
  func timeLimit() throws {
    let folder = try articles(["a.txt": "considerable", "b.txt": "HANG", "c.txt": "politicians"])
    let first = try batch(folder, "--jobs", "1", "--time-limit", "0.5")
    #expect(
      first.status == 3 && first.errors.contains("[D309]") && first.errors.contains("b.txt: the stage `longwords`")
    )
    #expect(try batch(folder, "--jobs", "1", "--time-limit", "0.5").status == 1)
    #expect(try manifest(folder).map { $0.contains(#""status":"done""#) } == [true, false, true])
  }

  @Test("with --isolate a reader that hangs costs its article alone")
  func isolatedReader() throws {
    let paragraph = "<p>" + String(repeating: "politicians ", count: 100) + "</p>\n"
    let page = "<html><body>" + String(repeating: paragraph, count: 30_000) + "</body></html>"
    let folder = try articles(["a.txt": "considerable", "b.html": page, "c.txt": "politicians"])
    let result = try batch(folder, "--isolate", "--time-limit", "1")
    #expect(result.status == 1 && result.errors.contains("b.html: reading it ran over the time limit"))
    #expect(try manifest(folder).map { $0.contains(#""status":"done""#) } == [true, false, true])
  }

  @Test("where a file of many articles ended the process when it was opened, the same command goes on past it")
  func opening() throws {
    let folder = try articles(["a.txt": "considerable", "b.jsonl": #"{"text": "politicians"}"#, "c.txt": "politicians"])
    #expect(try batch(folder).status == 0)
    // What a process leaves that died while it took the file apart.
    let note = #"{"over":false,"opens":true,"stage":"","article":"b.jsonl"}"#
    try folder.write("out/in-flight.jsonl", note + "\n")
    let result = try batch(folder)
    #expect(
      result.status == 1 && result.errors.contains("[D308]: b.jsonl: the process ended while the file was opened")
    )
    #expect(try manifest(folder).map { $0.contains(#""status":"done""#) } == [true, false, true])
    #expect(try batch(folder).status == 0)
  }

  @Test("processes make the reports that threads make")
  func isolatedBytes() throws {
    let texts = [
      "a.txt": "considerable politicians", "b.jsonl": "{\"text\": \"A considerable\\t word\"}\n[]\n", "c.txt": "",
    ]
    let plain = try articles(texts)
    let apart = try articles(texts)
    #expect(try batch(plain, "--jobs", "2").status == batch(apart, "--jobs", "2", "--isolate").status)
    for name in ["a.txt.json", "manifest.jsonl", "summary.json"] {
      let path = "out/\(name)"
      #expect(
        try Data(contentsOf: plain.url.appendingPathComponent(path))
          == Data(contentsOf: apart.url.appendingPathComponent(path)),
        "\(name)"
      )
    }
  }
}
