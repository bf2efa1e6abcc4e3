import DictumEnglish
import DictumKit
import DictumLinear
import DictumTesting
import Testing

@testable import Quotes

@Suite("Ranking speakers")
struct SpeakerRankingTests {
  /// A document of the marked people `ann`, `bob` and `cy`, whose statements are the marked `content`, each with its
  /// `source`; every token is a noun.
  private func document(_ marked: String) throws -> Document {
    let marked = try MarkedText(marked)
    var document = Document(id: "d", text: SourceText(marked.text))
    document[.sentences] = [Sentence(id: "s0", span: TextSpan(start: 0, end: document.text.count), paragraph: 0)]
    document[.tokens] = document.text.simpleTokens.map { token in
      var token = token
      token.part = .noun
      return token
    }
    let people = ["ann", "bob", "cy"]
    document[.entities] = people.map { Entity(id: $0, type: .person, name: $0) }
    document[.mentions] = []
    document.insert(
      mentions: marked.marks.filter { people.contains($0.label) }.map {
        Mention(id: "", span: $0.span, type: .person, entity: $0.label)
      }
    )
    let names = document[.mentions]
    document[.quotes] = zip(marked.spans("content"), marked.spans("source")).map { content, source in
      var quote = Quote()
      quote.spans = [TextPart(content)]
      quote.source = [TextPart(source)]
      quote.speakers = names.first { source.contains($0.span) }.flatMap(\.entity).map { [$0] } ?? []
      return quote
    }
    return document
  }

  /// The candidates of the last statement, by name.
  private func candidates(_ marked: String) throws -> [[String]] {
    var ranking = try SpeakerRanking(try document(marked))
    var found: [[String]] = []
    ranking.decide { _, names, _ in
      found = names().map { holders in holders.map { $0[0] } }
      return nil
    }
    return found
  }

  /// The document with the last statement's speaker as chosen by name.
  private func decided(_ marked: String, _ name: String) throws -> Document {
    let document = try document(marked)
    var ranking = try SpeakerRanking(document)
    ranking.decide { statement, names, _ in
      statement == document[.quotes].count - 1 ? names().firstIndex { $0.map { $0[0] } == [name] } : nil
    }
    return ranking.decided()
  }

  @Test("whoever was named and whoever spoke is asked, and nobody")
  func asked() throws {
    let found = try candidates(
      "⟦source ⟦ann Ann⟧⟧ said ⟦content the road is shut⟧. ⟦bob Bob⟧ left. ⟦source She⟧ said ⟦content it opens⟧."
    )
    #expect(Set(found) == [[], ["ann"], ["bob"]])
  }

  @Test("not somebody who is named in the statement itself, nor of the other sex")
  func excluded() throws {
    let found = try candidates(
      "⟦source Mrs ⟦ann Ann⟧⟧ said ⟦content no⟧. ⟦cy Cy⟧ left. ⟦source He⟧ said ⟦content ⟦bob Bob⟧ lied⟧."
    )
    #expect(Set(found) == [[], ["cy"]])
  }

  @Test("a source that is a name is no description beside it")
  func name() throws {
    let text = "⟦ann Ann⟧ left. ⟦source The ⟦bob Bob⟧⟧ said ⟦content it opens⟧."
    let document = try decided(text, "The Bob")
    #expect(document[.quotes][0].speakers == ["bob"])
    #expect(document[.entities].map(\.id) == ["ann", "bob", "cy"])
  }

  @Test("a role may be its own phrase, and is a mention of whom it stands for")
  func role() throws {
    let text = "⟦source ⟦ann Ann⟧⟧ said ⟦content no⟧. ⟦source The baker⟧ said ⟦content it was late⟧."
    #expect(try candidates(text).contains(["The baker"]))
    let document = try decided(text, "ann")
    #expect(document[.quotes][1].speakers == ["ann"])
    #expect(document[.mentions].filter { $0.form == .nominal }.map(\.entity) == ["ann"])
  }

  @Test("who has no entity yet becomes one")
  func described() throws {
    let document = try decided("⟦ann Ann⟧ left. ⟦source The baker⟧ said ⟦content it was late⟧.", "The baker")
    #expect(document[.entities].last?.name == "The baker")
    #expect(document[.quotes][0].speakers == document[.entities].suffix(1).map(\.id))
    #expect(document[.entities].last?.mentions.count == 1)
  }

  @Test("a ranker takes what its features weigh most")
  func weights() throws {
    let text = "⟦source ⟦ann Ann⟧⟧ said ⟦content no⟧. ⟦bob Bob⟧ left. ⟦source She⟧ said ⟦content it opens⟧."
    var features: Set<FeatureHash> = []
    var others: Set<FeatureHash> = []
    var ranking = try SpeakerRanking(try document(text))
    ranking.decide { statement, names, rows in
      for (place, holders) in names().enumerated() where statement == 1 {
        let row = rows.hashes[rows.starts[place]..<rows.starts[place + 1]]
        if holders.map({ $0[0] }) == ["bob"] { features = Set(row) } else { others.formUnion(row) }
      }
      return nil
    }
    let own = features.subtracting(others).map(\.value).sorted()
    let model = LinearModel(
      rows: own.map { (hash: $0, weights: [(label: 0, value: Float(1))]) },
      chain: LinearChain(labels: 1, allows: { _, _ in true })
    )
    var document = try document(text)
    try SpeakerRanker(model).rank(in: &document)
    #expect(document[.quotes][1].speakers == ["bob"])
    #expect(document[.mentions].contains { $0.form == .pronoun && $0.entity == "bob" })
  }
}
