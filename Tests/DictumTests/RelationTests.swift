import Dictum
import DictumKit
import Foundation
import Testing

@Suite("who backs or blames whom, by the standard pipeline")
struct RelationTests {
  private func relations(_ text: String, off: Bool = false) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let opinions = off ? "opinions: { relations: false }" : "opinions"
    let yaml = "dictum: 1\nname: n\nstages: [segment, encode, syntax, entities, quotes, \(opinions)]\n"
    let dictum = try Dictum(yaml: Array(yaml.utf8), models: [root.appending(path: "Models").path])
    let document = try dictum.analyse(text, id: "a")
    let names = Dictionary(uniqueKeysWithValues: document[.entities].map { ($0.id, $0.name) })
    let sentences = Set(document[.sentences].map(\.id))
    return document[.stances].filter { sentences.contains($0.of) }.map { stance in
      "\(stance.holders.compactMap { names[$0] }.joined()) \(stance.label.rawValue) \(stance.target.text)"
    }
  }

  @Test("blame has a direction")
  func blame() throws {
    #expect(try relations("John Stein slapped Mary Carter at a party in Rome.") == ["John Stein against Mary Carter"])
  }

  @Test("backing has a direction")
  func backing() throws {
    #expect(try relations("Mary Carter gave John Stein a medal for his courage.") == ["Mary Carter favor John Stein"])
  }

  @Test("who only meets takes no side")
  func meeting() throws {
    #expect(try relations("John Stein met Mary Carter in Rome on Monday.").isEmpty)
  }

  @Test("a setting turns it off")
  func off() throws {
    #expect(try relations("John Stein slapped Mary Carter at a party in Rome.", off: true).isEmpty)
  }
}
