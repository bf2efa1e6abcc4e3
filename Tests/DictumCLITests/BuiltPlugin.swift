import Foundation
import Testing

/// A plugin outside the tree, written, built and installed by the built `dictum`, once for all tests.
struct BuiltPlugin {
  let folder: TemporaryFolder
  var library: URL { folder.url.appendingPathComponent("installed/libLongWords.so") }
  var pipeline: String { folder.url.appendingPathComponent("package/pipeline.yaml").path }

  /// With which a run knows this plugin alone.
  var environment: [String: String] { ["DICTUM_PLUGINS": library.deletingLastPathComponent().path] }

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
