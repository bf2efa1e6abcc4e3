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

  @Test("what is merely said may be somebody else's")
  func said() throws {
    #expect(
      try speakers("“⟦content We won,⟧” ⟦source Holm⟧ ⟦cue said⟧. “⟦content We lost,⟧” ⟦source he⟧ ⟦cue replied⟧.")
        == [["e1"], ["e2"]]
    )
  }
}
