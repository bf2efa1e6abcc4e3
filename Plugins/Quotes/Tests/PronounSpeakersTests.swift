import DictumEnglish
import DictumKit
import DictumTesting
import Testing

@testable import Quotes

@Suite("Speakers behind pronouns")
struct PronounSpeakersTests {
  /// The speakers of the marked `content`, each with its `source`. The entities are the people marked `ann`, `bob` and
  /// `cy`; a source that is one of their names is theirs to begin with, and a pronoun is open.
  private func speakers(_ marked: String) throws -> [[String]] {
    let marked = try MarkedText(marked)
    var document = Document(id: "d", text: SourceText(marked.text))
    document[.sentences] = [Sentence(id: "s0", span: TextSpan(start: 0, end: document.text.count), paragraph: 0)]
    document[.tokens] = document.text.simpleTokens
    let people = ["ann", "bob", "cy"]
    document[.entities] = people.map { Entity(id: $0, type: .person, name: $0) }
    document[.mentions] = marked.marks.filter { people.contains($0.label) }.sorted { $0.span < $1.span }.map {
      Mention(id: "", span: $0.span, type: .person, entity: $0.label)
    }
    let names = document[.mentions]
    document[.quotes] = zip(marked.spans("content"), marked.spans("source")).map { content, source in
      var quote = Quote()
      quote.spans = [TextPart(content)]
      quote.source = [TextPart(source)]
      quote.speakers = names.first { source.contains($0.span) }.flatMap(\.entity).map { [$0] } ?? []
      return quote
    }
    PronounSpeakers.resolve(in: &document, document.derived(.reading))
    return document[.quotes].map(\.speakers)
  }

  @Test("the last speaker goes on")
  func continuity() throws {
    let text = "⟦source ⟦ann Ann⟧⟧ said ⟦content the road is shut⟧. ⟦source She⟧ said ⟦content it opens soon⟧."
    #expect(try speakers(text) == [["ann"], ["ann"]])
  }

  @Test("not somebody who is named in the statement itself")
  func ownStatement() throws {
    let text = "⟦source ⟦bob Bob⟧⟧ said ⟦content no⟧. ⟦source He⟧ said ⟦content ⟦bob Bob⟧ had lied⟧."
    #expect(try speakers(text) == [["bob"], []])
  }

  @Test("not somebody of the other sex")
  func titles() throws {
    let text =
      "⟦source ⟦bob Bob⟧⟧ spoke of ⟦content rain⟧. Mrs ⟦ann Lee⟧ came. ⟦source He⟧ said ⟦content it would stop⟧."
    #expect(try speakers(text) == [["bob"], ["bob"]])
  }

  @Test("whoever was named since the last statement")
  func named() throws {
    let text = "⟦source ⟦bob Bob⟧⟧ said ⟦content no⟧. ⟦cy Cy⟧ left early. ⟦source He⟧ said ⟦content it was late⟧."
    #expect(try speakers(text) == [["bob"], ["cy"]])
  }

  @Test("a relative pronoun is its antecedent")
  func relative() throws {
    #expect(try speakers("⟦cy Cy⟧, ⟦source who⟧ said ⟦content it was late⟧, left.") == [["cy"]])
  }
}
