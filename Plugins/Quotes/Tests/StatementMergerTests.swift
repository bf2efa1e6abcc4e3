import DictumEnglish
import DictumKit
import DictumTesting
import Testing

@testable import Quotes

@Suite("Merging marks and roles")
struct StatementMergerTests {
  /// Merges quotations, marked `quotation` or, where a rule knows the speaker, `attributed`, with the tagger's
  /// `content`, all for one cue, and writes each statement as `who decided: its parts`.
  private func merged(_ marked: String) throws -> [String] {
    let marked = try MarkedText(marked)
    var document = Document(id: "d", text: SourceText(marked.text))
    document[.sentences] = [Sentence(id: "s0", span: TextSpan(start: 0, end: document.text.count), paragraph: 0)]
    document[.tokens] = document.text.simpleTokens
    let direct = marked.marks.filter { ["quotation", "attributed"].contains($0.label) }.map { mark in
      var quote = Quote()
      quote.spans = [TextPart(mark.span)]
      quote.by = mark.label == "attributed" ? "cue-after" : "unattributed"
      return quote
    }
    let cue = try #require(marked.spans("cue").first)
    let contents = marked.spans("content").map { RoleSpan(span: $0, confidence: 0.9) }
    let joined = RoleJoiner.Joined(contents: contents, cue: RoleSpan(span: cue, confidence: 0.9), source: nil)
    let quotations = direct.map { quote in
      Quotation(
        opening: TextSpan(start: quote.spans[0].span.start - 1, end: quote.spans[0].span.start),
        closing: TextSpan(start: quote.spans[0].span.end, end: quote.spans[0].span.end + 1),
        content: quote.spans.map(\.span)
      )
    }
    return StatementMerger(Reading(document), quotations, SpeakerLinker(document))
      .merge(contents.isEmpty ? [] : [joined], direct).map { quote in
        quote.by + ": " + quote.spans.map { document.text[$0.span] }.joined(separator: " + ")
      }.sorted()
  }

  @Test("a quotation of which the tagger saw a part is one statement, as long as the marks say")
  func partOfAQuotation() throws {
    #expect(
      try merged("\"⟦attributed ⟦content We are going⟧ to win this.⟧\" Ann ⟦cue said⟧.")
        == ["cue-after: We are going to win this."]
    )
  }

  @Test("a word in marks belongs to the content around it")
  func wordInside() throws {
    #expect(
      try merged("Ann ⟦cue said⟧ ⟦content that the plan was \"⟦attributed a mess⟧\" and would never work⟧.")
        == ["tagger: that the plan was \"a mess\" and would never work"]
    )
  }

  @Test("a clause that goes on in marks is one content, however much of it the marks hold")
  func clauseInside() throws {
    #expect(
      try merged("Ann ⟦cue said⟧ ⟦content that it was \"⟦attributed a mess that nobody had wanted to clear⟧⟧\".")
        == ["tagger: that it was \"a mess that nobody had wanted to clear\""]
    )
  }

  @Test("a whole sentence in marks is cut out of a content that ran into it")
  func sentenceInside() throws {
    #expect(
      try merged("⟦content The board plans another meeting. \"⟦attributed We have time.⟧⟧\" Ann ⟦cue said⟧.")
        == ["cue-after: We have time.", "tagger: The board plans another meeting"]
    )
  }

  @Test("marks without a speaker are a statement only where the tagger knows one")
  func unattributed() throws {
    #expect(try merged("\"⟦quotation We shall see about that.⟧\" It ⟦cue was⟧ late.") == [])
    #expect(
      try merged("\"⟦quotation ⟦content We shall see about that.⟧⟧\" was what Ann ⟦cue said⟧.")
        == ["unattributed: We shall see about that."]
    )
  }
}
