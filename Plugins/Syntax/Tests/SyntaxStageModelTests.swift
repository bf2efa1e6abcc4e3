import DictumEnglish
import DictumKit
import DictumTesting
import Encoder
import Segmentation
import Syntax
import Testing

/// With the weights of `standard`.
@Suite("syntax with its model")
struct SyntaxModelTests {
  private static let resources = Resources()

  private func run() throws -> StageRun {
    StageRun(
      try SegmentStage(settings: SegmentSettings(), resources: Self.resources),
      try EncodeStage(settings: EncodeSettings(), resources: Self.resources),
      try SyntaxStage(settings: SyntaxSettings(), resources: Self.resources)
    )
  }

  @Test("a plain sentence is parsed as a grammar would")
  func plain() throws {
    let document = try run()("The new minister did not reject the plan.")
    let tree = try #require(document[.syntax])
    let words = document[.tokens].map { document.text[$0.span] }
    let reject = try #require(words.firstIndex(of: "reject"))
    #expect(
      document[.tokens].map { $0.part?.rawValue ?? "-" }
        == "DET ADJ NOUN AUX PART VERB DET NOUN PUNCT".split(separator: " ").map(String.init)
    )
    #expect(tree.head(of: reject) == nil && tree.isNegated(reject))
    #expect(tree.subjects(of: reject).map { words[$0] } == ["minister"])
    #expect(tree.object(of: reject).map { words[$0] } == "plan")
  }

  @Test("every sentence of any text has one root", arguments: OddTexts.all)
  func roots(_ text: String) throws {
    let document = try run()(text)
    for sentence in document.sentenceTokens where !sentence.isEmpty {
      #expect(sentence.count { document[.tokens][$0].head == nil } == 1)
      #expect(sentence.allSatisfy { document[.tokens][$0].head.map(sentence.contains) ?? true })
    }
  }
}
