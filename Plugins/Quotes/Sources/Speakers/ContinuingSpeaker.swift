import DictumEnglish
import DictumKit

/// “…,” Holm said. / “…,” he further added: what is added goes on with the speaker before, whoever else was named between.
/// So does a quotation without a source that fills the paragraph behind a statement: The plan would fail, Holm said. / “…”
enum ContinuingSpeaker {
  /// How many paragraphs may lie between two statements of one turn.
  private static let farthest = 2

  /// Gives such statements the speaker of the statement before, and their pronoun its entity, where the document has
  /// entities.
  static func resolve(in document: inout Document, _ reading: Reading) {
    guard document.has(LayerKey.entities.name), document.has(LayerKey.mentions.name) else { return }
    var quotes = document[.quotes]
    var mentions = document[.mentions]
    let people = Set(document[.entities].filter(\.mayBePerson).map(\.id))
    var isChanged = false
    for index in quotes.indices.dropFirst() {
      let before = quotes[index - 1]
      if quotes[index].source.isEmpty, quotes[index].kind == .direct, quotes[index].speakers.isEmpty {
        guard isNext(before, quotes[index], reading) else { continue }
        quotes[index].speakers = before.speakers
        isChanged = true
        continue
      }
      guard let pronoun = quotes[index].source.first?.span,
        ["he", "she"].contains(document.text[pronoun].lowercased()),
        before.speakers.count == 1, people.contains(before.speakers[0]), quotes[index].speakers != before.speakers,
        isNear(before, quotes[index], reading), goesOn(quotes[index], from: pronoun, reading)
      else { continue }
      quotes[index].speakers = before.speakers
      let place = mentions.partitioningIndex { $0.span.start >= pronoun.start }
      if place < mentions.count, mentions[place].span == pronoun, mentions[place].form == .pronoun {
        mentions[place].entity = before.speakers[0]
      }
      isChanged = true
    }
    guard isChanged else { return }
    document[.quotes] = quotes
    document[.mentions] = mentions
    document.insert(mentions: [])
  }

  /// Whether a statement stands in the paragraph before another, or in its own.
  private static func isNext(_ one: Quote, _ other: Quote, _ reading: Reading) -> Bool {
    guard let first = one.extent, let second = other.extent else { return false }
    let end = (one.cue + one.source).reduce(first.end) { max($0, $1.span.end) }
    return reading.paragraph(at: second.start) - reading.paragraph(at: max(0, end - 1)) <= 1
  }

  private static func isNear(_ one: Quote, _ other: Quote, _ reading: Reading) -> Bool {
    guard let first = one.extent, let second = other.extent else { return false }
    return reading.paragraph(at: second.start) - reading.paragraph(at: max(0, first.end - 1)) <= farthest
  }

  /// Whether the words around the cue say that somebody goes on.
  private static func goesOn(_ quote: Quote, from pronoun: TextSpan, _ reading: Reading) -> Bool {
    guard let cue = quote.cue.first?.span else { return false }
    return reading.tokens(in: pronoun.union(cue)).contains { reading.is($0, in: .continuingWords) }
  }
}
