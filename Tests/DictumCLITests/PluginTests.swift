import Foundation
import Testing

/// A plugin outside the tree, written, built and installed by the built `dictum`, once for all tests.
private struct BuiltPlugin {
  let folder: TemporaryFolder
  var library: URL { folder.url.appendingPathComponent("installed/libLongWords.so") }
  var pipeline: String { folder.url.appendingPathComponent("package/pipeline.yaml").path }

  static let shared = Result { try BuiltPlugin() }

  private init() throws {
    folder = try TemporaryFolder()
    let package = folder.url.appendingPathComponent("package")
    let written = try Tool.run("new-stage", "LongWords", "--package", package.path, "--dictum", Tool.root.path)
    try #require(written.status == 0, "\(written.errors)")
    // An entry that can be told to fail, so that one build serves every test.
    let entry = package.appendingPathComponent("Sources/LongWords/Entry.swift")
    let source = try String(contentsOf: entry, encoding: .utf8)
      .replacingOccurrences(of: "{ LongWordsPlugin.plugin }", with: "{ try failingOnDemand() }")
    try """
    \(source)
    import Glibc

    private func failingOnDemand() throws -> Plugin {
      if getenv("LONGWORDS_FAILS") != nil { throw DictumError(.resourceMissing, "the word list is gone") }
      return LongWordsPlugin.plugin
    }

    """.write(to: entry, atomically: true, encoding: .utf8)
    // A stage that crashes, hangs and prints where the text says so.
    let stage = package.appendingPathComponent("Sources/LongWords/LongWordsStage.swift")
    try String(contentsOf: stage, encoding: .utf8)
      .replacingOccurrences(of: "import DictumKit\n", with: "import DictumKit\nimport Glibc\n")
      .replacingOccurrences(
        of: "    var start = 0\n",
        with: """
              var start = 0
              if document.text[document.text.span].contains("CRASH") { abort() }
              while document.text[document.text.span].contains("HANG") { usleep(1_000) }
              if document.text[document.text.span].contains("PRINT") { print("printed by a stage") }

          """
      )
      .write(to: stage, atomically: true, encoding: .utf8)
    let built = try Tool.run("plugin", "build", package.path, "--into", library.deletingLastPathComponent().path)
    try #require(built.status == 0, "\(built.errors)")
    #expect(built.output.contains("LongWords 1.0.0: stages longwords"))
  }

  /// A folder with the library under another name, its bytes changed.
  func copy(named name: String = "libChanged.so", replacing old: String, with new: String) throws -> TemporaryFolder {
    var bytes = try Data(contentsOf: library)
    let range = try #require(bytes.range(of: Data(old.utf8)))
    try #require(old.utf8.count == new.utf8.count)
    bytes.replaceSubrange(range, with: Data(new.utf8))
    let folder = try TemporaryFolder()
    try folder.write(name, bytes)
    return folder
  }
}

@Suite("plugins outside the tree", .serialized)
struct PluginTests {
  private let plugin: BuiltPlugin
  private let text: URL

  init() throws {
    plugin = try BuiltPlugin.shared.get()
    text = try plugin.folder.write("article.txt", "A considerable number of politicians met.")
  }

  private func stages(_ plugins: String, _ more: [String: String] = [:]) throws -> Tool.Result {
    try Tool.run("stages", environment: more.merging(["DICTUM_PLUGINS": plugins]) { $1 })
  }

  @Test("a plugin that DICTUM_PLUGINS names is documented, checked and run")
  func runs() throws {
    let environment = ["DICTUM_PLUGINS": plugin.library.deletingLastPathComponent().path]
    #expect(try Tool.run("stages", "LongWords", environment: environment).output.contains("length: 10"))
    let result = try Tool.run("run", plugin.pipeline, text.path, environment: environment)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains(#"{"start":2,"end":14,"text":"considerable","letters":12}"#))
    #expect(result.output.contains(#""text":"politicians","letters":11"#))
  }

  @Test("its layer is in the schema under its name")
  func schema() throws {
    let environment = ["DICTUM_PLUGINS": plugin.library.path]
    #expect(try Tool.run("schema", environment: environment).output.contains(#""longwords""#))
    #expect(!(try Tool.run("schema", "--standard", environment: environment).output.contains(#""longwords""#)))
  }

  @Test("a pipeline names it by a path relative to its file")
  func relativePath() throws {
    let pipeline = try plugin.folder.write(
      "p.yaml",
      "dictum: 1\nname: p\nplugins: [installed/libLongWords.so]\nstages: [longwords]\n"
    )
    let result = try Tool.run("run", pipeline.path, text.path)
    #expect(result.status == 0 && result.output.contains("politicians"), "\(result.errors)")
    // Named twice, it is loaded once.
    let again = try Tool.run("check", "--plugins", pipeline.path, environment: ["DICTUM_PLUGINS": plugin.library.path])
    #expect(again.status == 0, "\(again.errors)")
  }

  @Test("check runs no code of a plugin unless it is asked to")
  func checkLoadsNothing() throws {
    let pipeline = try plugin.folder.write(
      "unasked.yaml",
      "dictum: 1\nname: p\nplugins: [installed/libLongWords.so]\nstages: [longwords]\n"
    )
    // Loaded, the plugin would fail with D316.
    let environment = ["LONGWORDS_FAILS": "1", "DICTUM_PLUGINS": plugin.library.path]
    let result = try Tool.run("check", pipeline.path, environment: environment)
    #expect(result.status == 2)
    #expect(result.errors.contains("unasked.yaml:3:11: error [D318]") && !result.errors.contains("D316"))
    #expect(try Tool.run("check", "Pipelines/segment.yaml", environment: environment).status == 0)
  }

  @Test("a setting of the wrong type points into the pipeline file")
  func settings() throws {
    let pipeline = try plugin.folder.write(
      "wrong.yaml",
      "dictum: 1\nname: p\nplugins: [installed/libLongWords.so]\nstages:\n  - longwords: { length: much }\n"
    )
    let result = try Tool.run("check", "--plugins", pipeline.path)
    #expect(result.status == 2 && result.errors.contains("wrong.yaml:5:"))
    #expect(result.errors.contains("[D104]: expected a whole number"))
  }

  @Test("a stale plugin is not loaded; both stamps are named")
  func stale() throws {
    let folder = try plugin.copy(replacing: "\nSwift version 6", with: "\nSwift version 4")
    defer { folder.remove() }
    let result = try stages(folder.url.path)
    #expect(result.status == 2)
    #expect(result.errors.contains("[D314]"))
    #expect(result.errors.contains("the plugin: Swift version 4"))
    #expect(result.errors.contains("this Dictum: "))
    #expect(result.errors.contains("dictum plugin build"))
  }

  @Test("a library without a stamp is not loaded")
  func unstamped() throws {
    let folder = try plugin.copy(replacing: "dictum_stamp\0", with: "dictum_other\0")
    defer { folder.remove() }
    let result = try stages(folder.url.path)
    #expect(result.status == 2)
    #expect(result.errors.contains("[D313]") && result.errors.contains("dictum plugin build"))
  }

  @Test("a plugin that throws at load says what it threw")
  func fails() throws {
    let result = try stages(plugin.library.path, ["LONGWORDS_FAILS": "1"])
    #expect(result.status == 2)
    #expect(result.errors.contains("[D316]") && result.errors.contains("[D304] the word list is gone"))
  }

  @Test("two plugins with one stage name are named with their files")
  func duplicate() throws {
    let folder = try plugin.copy(named: "libOther.so", replacing: "dictum_stamp\0", with: "dictum_stamp\0")
    defer { folder.remove() }
    let result = try stages("\(plugin.library.path):\(folder.url.path)")
    #expect(result.status == 2)
    #expect(result.errors.contains("[D303]") && result.errors.contains("both declare the stage `longwords`"))
    #expect(result.errors.contains("libLongWords.so") && result.errors.contains("libOther.so"))
  }

  @Test("what is no library is not loaded", arguments: ["", "plain text", "\u{7F}ELF\u{2}\u{1}\u{1}"])
  func notALibrary(_ content: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("libText.so", content)
    let result = try stages(folder.url.path)
    #expect(result.status == 2 && result.errors.contains("[D312]"))
  }

  @Test("a library that is cut off is refused, wherever the cut is")
  func truncated() throws {
    let bytes = try Data(contentsOf: plugin.library)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for length in stride(from: 1, to: bytes.count, by: max(1, bytes.count / 12)) {
      try folder.write("libCut.so", Data(bytes.prefix(length)))
      let result = try stages(folder.url.path)
      #expect(result.status == 2 && result.errors.contains("[D31"), "cut at \(length): \(result.errors)")
    }
  }

  @Test("a plugin that is not there points at the line and lists where it was looked for")
  func notFound() throws {
    let pipeline = try plugin.folder.write(
      "n.yaml",
      "dictum: 1\nname: n\nplugins: [Nowhere, ./no.so]\nstages: [exec]\n"
    )
    let result = try Tool.run("check", "--plugins", pipeline.path)
    #expect(result.status == 2)
    #expect(result.errors.contains("n.yaml:3:11: error [D311]: the plugin `Nowhere` was not found"))
    #expect(result.errors.contains("/dictum/plugins/libNowhere.so"))
    #expect(result.errors.contains("n.yaml:3:20: error [D311]"))
    #expect(try stages("/no/such/folder").errors.contains("[D311]"))
  }

  @Test("help, explain and plugin work while a plugin is broken")
  func mends() throws {
    let environment = ["DICTUM_PLUGINS": "/no/such/folder"]
    #expect(try Tool.run("explain", "D314", environment: environment).status == 0)
    #expect(try Tool.run("help", environment: environment).status == 0)
    #expect(try Tool.run("plugin", "build", "/no/such/folder", environment: environment).errors.contains("[D201]"))
  }

  @Test("what a stage prints goes to standard error, not between the reports")
  func printing() throws {
    let text = try plugin.folder.write("print.txt", "PRINT considerable")
    let result = try Tool.run("run", plugin.pipeline, text.path, environment: environment)
    #expect(result.output.hasPrefix("{") && result.errors.contains("printed by a stage"))
    #expect(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) is [String: Any])
  }

  private var environment: [String: String] {
    ["DICTUM_PLUGINS": plugin.library.deletingLastPathComponent().path]
  }

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
      environment: environment
    )
  }

  private func manifest(_ folder: TemporaryFolder) throws -> [String] {
    let lines = try String(contentsOf: folder.url.appendingPathComponent("out/manifest.jsonl"), encoding: .utf8)
    return lines.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("after a crash the same command goes on past the article, with a record", arguments: ["1", "3"])
  func crash(_ jobs: String) throws {
    let folder = try articles(["a.txt": "considerable", "b.txt": "CRASH", "c.txt": "politicians", "d.txt": "CRASH"])
    #expect(try batch(folder, "--jobs", jobs).status == 134)
    let note = folder.url.appendingPathComponent("out/in-flight.jsonl")
    #expect(try String(contentsOf: note, encoding: .utf8).contains(#""stage":"longwords","article":"b.txt""#))
    var status: Int32 = 134
    for _ in 0..<3 where status == 134 {
      let result = try batch(folder, "--jobs", jobs)
      #expect(result.errors.contains("b.txt"))
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
      environment: environment
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
