import Foundation
import Testing

@testable import DictumEvaluation

@Suite("Definitions of the figures")
struct DefinitionTests {
  private static func fixture(_ name: String) throws -> URL {
    try #require(Bundle.module.url(forResource: name, withExtension: "jsonl", subdirectory: "Fixtures"))
  }

  /// What an independent scorer in Python says of the same gold and reports.
  private func expected(_ task: String) throws -> NSDictionary {
    let lines = try String(contentsOf: Self.fixture("expected"), encoding: .utf8).split(separator: "\n")
    let objects = try lines.compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary }
    return try #require(objects.first { $0["task"] as? String == task })
  }

  private func result(_ task: String, samples: Int = 0, mistakes: Int = 5) throws -> MeasureResult {
    let sets = ["stances": "stances", "directed": "directed", "pronouns": "pronouns"]
    let gold = try GoldSet([Self.fixture("\(sets[task] ?? "articles").gold").path]).documents
    let name = task == "pronouns" ? "articles" : sets[task] ?? "articles"
    let reports = try GoldSet.reports(Self.fixture("\(name).reports").path)
    let pairs = gold.map { Evaluation.Pair(gold: $0, report: reports[$0.id ?? ""]) }
    return try #require(Evaluation(samples: samples, mistakes: mistakes).result(task, pairs))
  }

  @Test("every figure is that of the reference scorer, to the last digit", arguments: Evaluation.names)
  func figures(_ task: String) throws {
    let json = try result(task).json
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    let own = object.filter { !["intervals", "mistakes", "mistake_count"].contains($0.key) }
    #expect(try expected(task) == own as NSDictionary)
  }

  @Test("gold tells what can be measured")
  func applicable() throws {
    let gold = try GoldSet([Self.fixture("articles.gold").path]).documents
    let all = ["sentences", "syntax", "mentions", "pronouns", "quotes", "speakers", "positions", "sentiments"]
    #expect(Evaluation.applicable(to: gold, provided: nil) == all)
    #expect(Evaluation.applicable(to: gold, provided: ["sentences", "quotes"]) == ["sentences", "quotes"])
  }

  @Test("a question carries the text and given targets, never the answers")
  func question() throws {
    let gold = try GoldSet([Self.fixture("stances.gold").path, Self.fixture("articles.gold").path]).documents
    let question = String(decoding: gold[0].question, as: UTF8.self)
    #expect(question.contains(#""targets":[{"start":"#) && !question.contains("favor"))
    #expect(!String(decoding: try #require(gold.last).question, as: UTF8.self).contains("quotes"))
  }

  @Test("gold that shares an id, or is in other offsets, is refused with its place")
  func refused() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("gold-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    for (second, reason) in [
      (#"{"id": "a", "text": "y"}"#, "line 2: a second document has the id `a`"),
      (#"{"id": "b", "text": "y", "offsets": "utf-8"}"#, "line 2: offsets are in utf-8"),
      ("[", "line 2: not valid JSON"),
    ] {
      try Data("{\"id\": \"a\", \"text\": \"x\"}\n\(second)\n".utf8).write(to: file)
      let error = #expect(throws: (any Error).self) { try GoldSet([file.path]) }
      #expect("\(String(describing: error))".contains(reason))
    }
  }

  @Test("characters are those of Python's str")
  func characters() {
    let words = "aZ9éß½²Ⅷ五ªʰא٣".unicodeScalars
    let others = "_-’“ .\u{301}\u{200B}😀\u{20AC}".unicodeScalars
    #expect(words.allSatisfy(Characters.isWord) && !others.contains(where: Characters.isWord))
    #expect("\t\n\u{1C}\u{85}\u{A0}\u{3000}".unicodeScalars.allSatisfy(Characters.isSpace))
    #expect(!Characters.isSpace("\u{200B}") && !Characters.isSpace("\u{FEFF}"))
    #expect(Characters.normalised("Mr. O’Neil-Śmith, ") == "mr o neil śmith")
  }
}
