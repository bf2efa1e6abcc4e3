import Foundation
import Testing

@Suite("new-stage")
struct NewStageTests {
  /// A folder that passes for a checkout.
  private func checkout() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let kit = folder.url.appendingPathComponent("Sources/DictumKit")
    try FileManager.default.createDirectory(at: kit, withIntermediateDirectories: true)
    try folder.write(
      "Package.swift",
      """
      // swift-tools-version: 6.2
      let plugins: [[Target]] = [
        plugin("Quotes", uses: ["CICU"]),
        plugin("Segmentation"),
      ]
      let x = 1

      """
    )
    return folder
  }

  @Test("writes sources, tests, README and pipeline, and names the plugin in Package.swift")
  func inTheTree() throws {
    let folder = try checkout()
    defer { folder.remove() }
    let result = try Tool.run("new-stage", "Readability", "--dictum", folder.url.path)
    #expect(result.status == 0, "\(result.errors)")
    func read(_ path: String) throws -> String {
      try String(contentsOf: folder.url.appendingPathComponent(path), encoding: .utf8)
    }
    let list = """
        plugin("Quotes", uses: ["CICU"]),
        plugin("Readability"),
        plugin("Segmentation"),
      ]
      let x = 1

      """
    #expect(try read("Package.swift").hasSuffix(list))
    #expect(
      try read("Plugins/Readability/Sources/ReadabilityPlugin.swift").contains("StageFactory(ReadabilityStage.self)")
    )
    #expect(try read("Plugins/Readability/Tests/ReadabilityTests.swift").contains("import Readability"))
    #expect(try read("Plugins/Readability/README.md").hasPrefix("# Readability"))
    #expect(try read("Pipelines/readability.yaml").contains("- readability: { length: 10 }"))
    for file in ["ReadabilityStage", "ReadabilityRecord"] {
      let source = try read("Plugins/Readability/Sources/\(file).swift")
      #expect(!source.contains("NAME") && !source.contains("STAGE"))
    }
    let again = try Tool.run("new-stage", "Readability", "--dictum", folder.url.path)
    #expect(again.status == 2 && again.errors.contains("is there already"))
  }

  @Test("outside a checkout nothing is written, and both ways on are named")
  func outside() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let result = try Tool.shell("cd \(folder.url.path) && $DICTUM new-stage Readability")
    #expect(result.status == 2 && result.errors.contains("[D201]"))
    #expect(result.errors.contains("--dictum") && result.errors.contains("--package"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test(
    "refuses names that cannot work",
    arguments: ["readability", "Two Words", "../Up", "Swift", "Class", "Segmentation", "Quotes", "Sentences", "É", ""]
  )
  func names(_ name: String) throws {
    let folder = try checkout()
    defer { folder.remove() }
    let result = try Tool.run("new-stage", name, "--dictum", folder.url.path)
    #expect(result.status == 2 && result.errors.contains("[D601]"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("Plugins").path))
  }
}
