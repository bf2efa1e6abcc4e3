import DictumEnglish
import DictumKit
import DictumTesting
import Segmentation
import Syntax
import Testing

/// With the weights of `syntax-small`.
@Suite("syntax without an encoder")
struct SmallSyntaxTests {
  private func run(chunks: Bool = false) throws -> StageRun {
    let resources = Resources()
    var settings = SyntaxSettings()
    settings.model = .small
    settings.chunks = chunks
    return StageRun(
      try SegmentStage(settings: SegmentSettings(), resources: resources),
      try SyntaxStage(settings: settings, resources: resources)
    )
  }

  @Test("every token has a part of speech and a dictionary form, none a head")
  func parts() throws {
    let document = try run()("The new minister did not reject the plans.")
    #expect(
      document[.tokens].map { $0.part?.rawValue ?? "-" }
        == "DET ADJ NOUN AUX PART VERB DET NOUN PUNCT".split(separator: " ").map(String.init)
    )
    #expect(
      document[.tokens].compactMap(\.lemma) == ["the", "new", "minister", "do", "not", "reject", "the", "plan", "."]
    )
    #expect(document[.tokens].allSatisfy { $0.head == nil && $0.relation == nil })
    #expect(document[.syntax] == nil)
  }

  @Test("noun chunks are listed where they are asked for")
  func chunks() throws {
    let marked = try MarkedText("⟦c The new minister⟧ rejected ⟦c Japan's old plan⟧ for ⟦c the north⟧.")
    let document = try run(chunks: true)(marked.text)
    #expect(document[.chunks].map(\.span) == marked.marks.map(\.span))
    #expect(try run()(marked.text)[.chunks].isEmpty)
  }

  @Test("odd text neither crashes nor leaves a token without a part of speech", arguments: OddTexts.all)
  func oddTexts(_ text: String) throws {
    let document = try run(chunks: true)(text)
    #expect(document[.tokens].allSatisfy { $0.part != nil })
  }
}
