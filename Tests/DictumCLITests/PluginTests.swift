import Foundation
import Testing

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

  @Test("one that DICTUM_PLUGINS names stands in for the installed one of the same file name")
  func shadows() throws {
    let data = try TemporaryFolder()
    defer { data.remove() }
    let installed = data.url.appendingPathComponent("dictum/plugins")
    try FileManager.default.createDirectory(at: installed, withIntermediateDirectories: true)
    // Loaded, it would be refused as no library.
    try Data("stale".utf8).write(to: installed.appendingPathComponent("libLongWords.so"))
    #expect(try stages("", ["XDG_DATA_HOME": data.url.path]).errors.contains("[D312]"))
    let result = try stages(plugin.library.path, ["XDG_DATA_HOME": data.url.path])
    #expect(result.status == 0 && result.output.contains("longwords"), "\(result.errors)")
  }

  @Test("a package whose stage is called like a built-in one is not installed")
  func clash() throws {
    let into = try TemporaryFolder()
    let package = plugin.folder.url.appendingPathComponent("package")
    let stage = package.appendingPathComponent("Sources/LongWords/LongWordsStage.swift")
    let source = try String(contentsOf: stage, encoding: .utf8)
    let clashing = source.replacingOccurrences(of: #"name = "longwords""#, with: #"name = "quotes""#)
    try #require(clashing != source)
    try clashing.write(to: stage, atomically: true, encoding: .utf8)
    defer {
      try? source.write(to: stage, atomically: true, encoding: .utf8)
      into.remove()
    }
    let result = try Tool.run("plugin", "build", package.path, "--into", into.url.path)
    #expect(result.status == 2 && result.errors.contains("[D303]"), "\(result.errors)")
    #expect(result.errors.contains("both declare the stage `quotes`"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: into.url.path).isEmpty)
  }

  @Test("what is no library is not loaded", arguments: ["", "plain text", "\u{7F}ELF\u{2}\u{1}\u{1}"])
  func notALibrary(_ content: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("libText.so", content)
    let result = try stages(folder.url.path)
    #expect(result.status == 2 && result.errors.contains("[D312]"))
  }

  @Test("a library for another processor is called that")
  func otherProcessor() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // The head of an ELF file of 64 bits, little-endian, a shared object, for RISC-V.
    let head: [UInt8] =
      [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + [UInt8](repeating: 0, count: 8) + [3, 0, 243, 0, 1, 0, 0, 0]
    try folder.write("libOther.so", Data(head + [UInt8](repeating: 0, count: 64)))
    let result = try stages(folder.url.path)
    #expect(result.status == 2 && result.errors.contains("RISC-V"), "\(result.errors)")
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
    let result = try Tool.run("run", plugin.pipeline, text.path, environment: plugin.environment)
    #expect(result.output.hasPrefix("{") && result.errors.contains("printed by a stage"))
    #expect(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) is [String: Any])
  }
}
