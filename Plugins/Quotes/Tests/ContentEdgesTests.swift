import DictumEnglish
import DictumKit
import DictumTesting
import Testing

@testable import Quotes

@Suite("Edges of contents")
struct ContentEdgesTests {
  /// What becomes of a marked content, without a tree; nil where nothing is left.
  private func repaired(_ marked: String) throws -> String? {
    let marked = try MarkedText(marked)
    var document = Document(id: "d", text: SourceText(marked.text))
    document[.sentences] = [Sentence(id: "s0", span: TextSpan(start: 0, end: document.text.count), paragraph: 0)]
    document[.tokens] = document.text.simpleTokens
    var quote = Quote()
    quote.spans = marked.spans("content").map(TextPart.init)
    let edges = ContentEdges(nil, document.derived(.reading))
    return edges.repaired(quote).map { $0.spans.map { document.text[$0.span] }.joined(separator: " … ") }
  }

  @Test("the marks around a content are no part of it, wherever the comma stands")
  func marks() throws {
    #expect(try repaired("⟦content \"The plan would fail\",⟧ Holm said.") == "The plan would fail")
    #expect(try repaired("⟦content “The plan would fail,”⟧ Holm said.") == "The plan would fail,")
    #expect(
      try repaired("He said that ⟦content the plan was “a disaster” for all⟧.") == "the plan was “a disaster” for all"
    )
    #expect(try repaired("⟦content “No” and “never”⟧, he said.") == "“No” and “never”")
  }

  @Test("place and agency are no part of a content")
  func agencies() throws {
    #expect(try repaired("⟦content LONDON (AP) — Talks will go on in May⟧, he said.") == "Talks will go on in May")
    #expect(try repaired("⟦content LONDON ― Talks will go on in May⟧, he said.") == "Talks will go on in May")
    #expect(try repaired("He said ⟦content talks would go on. – AFP⟧") == "talks would go on.")
    #expect(
      try repaired("⟦content NATO members — all of them — agree⟧, he said.") == "NATO members — all of them — agree"
    )
  }

  @Test("a word alone is a content in quote marks only")
  func words() throws {
    #expect(try repaired("He endorsed ⟦content Holm⟧.") == nil)
    #expect(try repaired("“⟦content Never⟧”, he said.") == "Never")
  }
}
