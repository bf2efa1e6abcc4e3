import DictumEnglish
import DictumKit
import DictumTesting
import Testing

@testable import Quotes

/// What keeps a text made for it from costing time by the square; no article comes near these numbers.
@Suite("Bounds of quotes")
struct QuoteBoundsTests {
  @Test("a source that names a hundred people speaks for a few of them")
  func crowdedSource() throws {
    let marked = try MarkedText((0..<100).map { "⟦person Ann\($0)⟧" }.joined(separator: " and "))
    var document = Document(id: "d", text: SourceText(marked.text))
    document[.mentions] = marked.marks.enumerated().map {
      Mention(id: "m\($0.offset)", span: $0.element.span, type: .person, entity: "e\($0.offset)")
    }
    let speakers = SpeakerLinker(document).speakers(of: [TextPart(document.text.span)])
    #expect(speakers.count == SpeakerLinker.most)
  }

  @Test("a turn of a thousand parts is one statement with each of its sentences once")
  func longTurn() throws {
    let text = "“Yes,” Ann said. " + Array(repeating: "“We go on and on.” ", count: 1_000).joined()
    var document = Document(id: "d", text: SourceText(text))
    document[.sentences] = [Sentence(id: "s0", span: document.text.span, paragraph: 0)]
    document[.tokens] = document.text.simpleTokens
    let reading = document.derived(.reading)
    let marks = QuoteStateMachine(document.text, paragraphs: reading.paragraphs)
    let attributor = Attributor(reading, SpeakerLinker(document), keepsUnattributed: true)
    let quotes = attributor.quotes(StatementBuilder(reading).statements(marks.quotations))
    #expect(quotes.map(\.spans.count).reduce(0, +) == 1_001)
    #expect(quotes.allSatisfy { $0.sentences == ["s0"] })
  }

  @Test("“she” far behind the last woman who spoke stays open where a text has no paragraphs")
  func noParagraphs() throws {
    let marked = try MarkedText(
      "⟦source ⟦ann Ann⟧⟧ said ⟦content yes⟧. " + String(repeating: "⟦source nobody⟧ said ⟦content no⟧. ", count: 200)
        + String(repeating: "It rained. ", count: 1_000) + "⟦source She⟧ said ⟦content so⟧."
    )
    var document = Document(id: "d", text: SourceText(marked.text))
    document[.sentences] = [Sentence(id: "s0", span: document.text.span, paragraph: 0)]
    document[.tokens] = document.text.simpleTokens
    document[.entities] = [Entity(id: "ann", type: .person, name: "Ann")]
    document[.mentions] = marked.spans("ann").map { Mention(id: "m0", span: $0, type: .person, entity: "ann") }
    document[.quotes] = zip(marked.spans("content"), marked.spans("source")).enumerated().map { index, parts in
      var quote = Quote()
      quote.spans = [TextPart(parts.0)]
      quote.source = [TextPart(parts.1)]
      quote.speakers = index == 0 ? ["ann"] : []
      return quote
    }
    PronounSpeakers.resolve(in: &document, document.derived(.reading))
    #expect(document[.quotes].last?.speakers == [])
  }
}
