import Foundation
import FuzzTargets
import Testing

/// What fuzzing has found, and what it starts from: each file must go through its target. A finding traps, so that the
/// run ends there.
@Suite("fuzzing")
struct SeedTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  private static func files(_ kind: String, _ target: String) -> [URL] {
    let folder = folder.appending(path: "\(kind)/\(target)")
    return (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  }

  @Test("seeds and finds go through", arguments: FuzzTargets.all.map(\.name))
  func goThrough(_ name: String) throws {
    let target = try #require(FuzzTargets.all.first { $0.name == name })
    for file in Self.files("Seeds", name) + Self.files("Finds", name) { target.run(Array(try Data(contentsOf: file))) }
    for bytes in [[], [0], Array("\"“😀\n".utf8), [0xFF, 0xFE, 0x00]] { target.run(bytes) }
  }

  @Test("every folder of seeds and finds is that of a target")
  func folders() throws {
    for kind in ["Seeds", "Finds"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: kind).path)) ?? []
      #expect(Set(names.filter { !$0.hasPrefix(".") }).isSubset(of: FuzzTargets.all.map(\.name)))
    }
  }
}
