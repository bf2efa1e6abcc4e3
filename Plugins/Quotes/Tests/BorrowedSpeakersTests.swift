import DictumEnglish
import DictumKit
import DictumTesting
import Testing

@testable import Quotes

@Suite("Speakers of another statement")
struct BorrowedSpeakersTests {
  /// The speakers of the second statement, after a first one by `speakers`.
  private func second(_ marked: String, after speakers: [String]) throws -> [String] {
    let marked = try MarkedText(marked)
    var document = Document(id: "d", text: SourceText(marked.text))
    document[.sentences] = [Sentence(id: "s0", span: TextSpan(start: 0, end: document.text.count), paragraph: 0)]
    document[.tokens] = document.text.simpleTokens
    document[.entities] = [
      Entity(id: "ann", type: .person, name: "Ann"), Entity(id: "bank", type: .organization, name: "Bank"),
    ]
    document[.quotes] = zip(marked.spans("content"), marked.spans("source")).enumerated().map { index, parts in
      var quote = Quote()
      quote.spans = [TextPart(parts.0)]
      quote.source = [TextPart(parts.1)]
      quote.speakers = index == 0 ? speakers : []
      return quote
    }
    BorrowedSpeakers.resolve(in: &document, document.derived(.reading))
    return document[.quotes][1].speakers
  }

  @Test("we, inside somebody's words")
  func inside() throws {
    let text = "⟦source Ann⟧ said: ⟦content Here ⟦source we⟧ think ⟦content it is late⟧⟧"
    #expect(try second(text, after: ["ann"]) == ["ann"])
  }

  @Test("they, after a body; not after one person")
  func together() throws {
    let text = "⟦source It⟧ said ⟦content no⟧. ⟦source They⟧ said ⟦content rates rise⟧."
    #expect(try second(text, after: ["bank"]) == ["bank"])
    #expect(try second(text, after: ["ann"]) == [])
    #expect(try second(text, after: ["ann", "bank"]) == ["ann", "bank"])
  }
}
