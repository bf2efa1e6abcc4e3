import DictumEnglish
import DictumKit
import DictumTesting
import Testing

@testable import Quotes

@Suite("Speakers who go on")
struct ContinuingSpeakerTests {
  /// The speakers of two statements, of which the second one's “he” was taken for `e2`.
  private func speakers(_ marked: String) throws -> [[String]] {
    let marked = try MarkedText(marked)
    var document = Document(id: "d", text: SourceText(marked.text))
    document[.sentences] = [Sentence(id: "s0", span: TextSpan(start: 0, end: document.text.count), paragraph: 0)]
    document[.tokens] = document.text.simpleTokens
    document[.entities] = ["e1", "e2"].map { Entity(id: $0, type: .person, name: $0) }
    document[.mentions] = marked.spans("source").enumerated().map { index, span in
      Mention(id: "m\(index)", span: span, type: .person, form: index == 0 ? .name : .pronoun, entity: "e\(index + 1)")
    }
    document[.quotes] = (0..<2).map { index in
      var quote = Quote()
      quote.spans = [TextPart(marked.spans("content")[index])]
      quote.source = [TextPart(marked.spans("source")[index])]
      quote.cue = [TextPart(marked.spans("cue")[index])]
      quote.speakers = ["e\(index + 1)"]
      return quote
    }
    ContinuingSpeaker.resolve(in: &document, document.derived(.reading))
    #expect(document[.mentions].map(\.entity) == document[.quotes].map(\.speakers.first))
    return document[.quotes].map(\.speakers)
  }

  @Test("what is added is said by the one who spoke before")
  func added() throws {
    #expect(
      try speakers(
        "“⟦content We won,⟧” ⟦source Holm⟧ ⟦cue said⟧. “⟦content All of us,⟧” ⟦source he⟧ further ⟦cue added⟧."
      )
        == [["e1"], ["e1"]]
    )
  }

  @Test("a quotation that fills the next paragraph goes on with the speaker before")
  func alone() throws {
    let marked = try MarkedText(
      "⟦content The plan would fail⟧, ⟦source Holm⟧ ⟦cue said⟧.\n\n“⟦content We had no say in it.⟧”"
    )
    var document = Document(id: "d", text: SourceText(marked.text))
    let paragraphs = marked.text.split(separator: "\n")
    var start = 0
    document[.sentences] = paragraphs.enumerated().map { index, paragraph in
      defer { start += paragraph.utf8.count + 2 }
      let span = TextSpan(start: start, end: start + paragraph.utf8.count)
      return Sentence(id: "s\(index)", span: span, paragraph: index)
    }
    document[.tokens] = document.text.simpleTokens
    document[.entities] = [Entity(id: "e1", type: .person, name: "Holm")]
    document[.mentions] = []
    document[.quotes] = marked.spans("content").enumerated().map { index, span in
      var quote = Quote()
      quote.spans = [TextPart(span)]
      quote.kind = index == 0 ? .indirect : .direct
      if index == 0 {
        quote.source = [TextPart(marked.spans("source")[0])]
        quote.cue = [TextPart(marked.spans("cue")[0])]
        quote.speakers = ["e1"]
      }
      return quote
    }
    ContinuingSpeaker.resolve(in: &document, document.derived(.reading))
    #expect(document[.quotes].map(\.speakers) == [["e1"], ["e1"]])
  }

  @Test("what is merely said may be somebody else's")
  func said() throws {
    #expect(
      try speakers("“⟦content We won,⟧” ⟦source Holm⟧ ⟦cue said⟧. “⟦content We lost,⟧” ⟦source he⟧ ⟦cue replied⟧.")
        == [["e1"], ["e2"]]
    )
  }
}
