import Foundation
import Testing

/// The steps of the tutorial in `Sources/Dictum/Dictum.docc` are programs that compile, each against the library as it is.
@Suite("the tutorial")
struct TutorialTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    .standardized
  private static let catalogue = root.appendingPathComponent("Sources/Dictum/Dictum.docc")
  private static var steps: [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: catalogue.path + "/Resources")
    return (files ?? []).filter { $0.hasSuffix(".swift") }.sorted()
  }

  private func shell(_ command: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = Self.root
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test("every step compiles", arguments: steps)
  func compiles(_ step: String) throws {
    let modules = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
    let shims = try FileManager.default.contentsOfDirectory(atPath: Self.root.path + "/Sources/System")
    let maps = shims.map { "-Xcc -fmodule-map-file=Sources/System/\($0)/module.modulemap" }.joined(separator: " ")
    let file = Self.catalogue.appendingPathComponent("Resources/\(step)").path
    let folder = try FileManager.default.url(
      for: .itemReplacementDirectory,
      in: .userDomainMask,
      appropriateFor: Self.root,
      create: true
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    // Top-level code must be in a file of that name.
    let main = folder.appendingPathComponent("main.swift").path
    let result = try shell(
      "cp '\(file)' '\(main)' && swiftc -typecheck -swift-version 6 -I '\(modules)/Modules' \(maps) "
        + "$(pkg-config --cflags libxml-2.0) '\(main)'"
    )
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("the tutorial names every step, and steps that are there")
  func names() throws {
    let tutorial = try String(
      contentsOf: Self.catalogue.appendingPathComponent("Tutorials/WhoSaid.tutorial"),
      encoding: .utf8
    )
    let named = tutorial.split(separator: "file: \"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(named == Self.steps)
  }
}
