import DictumEnglish
import DictumKit
import Testing

@testable import Quotes

@Suite("Sources and statements by the tree")
struct TreeSourcesTests {
  /// The source of a statement after the tree was asked.
  private func source(_ drawn: String, cue: String, content: String, tagged: String) -> String? {
    let drawing = DrawnTree(drawn)
    var quote = Quote()
    quote.spans = [drawing.place(of: content)]
    quote.cue = [drawing.place(of: cue)]
    quote.source = [drawing.place(of: tagged)]
    let repaired = SubjectSource(drawing.tree, drawing.reading).repaired(quote)
    return repaired.source.first.map { drawing.document.text[$0.span] }
  }

  @Test("who does the one thing says the other, not whom it was done to")
  func participle() {
    let drawn = """
      The/DET/det>2 minister/NOUN/nsubj>3 met/VERB the/DET/det>5 mayor/NOUN/obj>3 ,/PUNCT/punct>7 saying/VERB/advcl>3 \
      taxes/NOUN/nsubj>9 fall/VERB/ccomp>7 ./PUNCT/punct>3
      """
    #expect(source(drawn, cue: "saying", content: "taxes fall", tagged: "the mayor") == "The minister")
    #expect(source(drawn, cue: "saying", content: "taxes fall", tagged: "The minister") == "The minister")
  }

  @Test("a clause about the subject is not the subject")
  func relativeClause() {
    let drawn = """
      The/DET/det>2 board/NOUN/nsubj>8 ,/PUNCT/punct>6 which/PRON/nsubj>6 Holm/PROPN/obj>6 leads/VERB/acl:relcl>2 \
      ,/PUNCT/punct>6 said/VERB taxes/NOUN/nsubj>10 fall/VERB/ccomp>8
      """
    #expect(source(drawn, cue: "said", content: "taxes fall", tagged: "Holm leads") == "The board")
    #expect(source(drawn, cue: "said", content: "taxes fall", tagged: "which") == "The board")
  }

  /// What a quotation reports of others, as `source / cue / content`.
  private func nested(_ drawn: String) -> [String] {
    let drawing = DrawnTree(drawn)
    var quote = Quote()
    quote.kind = .direct
    quote.spans = [TextPart(drawing.document.text.span)]
    return NestedStatements(drawing.tree, drawing.reading).statements(in: [quote]).map { found in
      (found.source + found.cue + found.spans).map { drawing.document.text[$0.span] }.joined(separator: " / ")
    }
  }

  @Test("what a quotation reports of others is a statement, what the speaker himself says is not")
  func nestedStatements() {
    let others = """
      The/DET/det>2 nurses/NOUN/nsubj>4 are/AUX/aux>4 arguing/VERB that/SCONJ/mark>8 the/DET/det>7 plan/NOUN/nsubj>8 \
      fails/VERB/ccomp>4 everyone/PRON/obj>8 ./PUNCT/punct>4
      """
    #expect(nested(others) == ["The nurses / are arguing / the plan fails everyone"])
    let own = """
      We/PRON/nsubj>2 say/VERB the/DET/det>4 plan/NOUN/nsubj>5 fails/VERB/ccomp>2 everyone/PRON/obj>5 ./PUNCT/punct>2
      """
    #expect(nested(own) == [])
  }
}
