import DictumEnglish
import DictumKit

/// Pronouns that take their speakers from another statement: “I” and “we” inside somebody's words are whoever says them;
/// “they” and “it” are the group or body that spoke right before.
enum BorrowedSpeakers {
  private static let inside = WordList(["i", "we"])
  private static let together = WordList(["they", "it"])

  /// How many statements may stand between one and that in which it is said: those of a long speech.
  private static let widest = 256

  /// How many statements back “they” and “it” may have spoken.
  private static let most = 3

  /// Gives open statements with such a source their speakers. “They” is never one person.
  static func resolve(in document: inout Document, _ reading: Reading, _ tree: SyntaxTree? = nil) {
    var quotes = document[.quotes]
    let groups = tree.map { RoleSpeakers(document, $0, reading).groups(of: document[.mentions]) } ?? []
    let people = Set(document[.entities].filter(\.mayBePerson).map(\.id)).subtracting(groups)
    for index in quotes.indices {
      guard quotes[index].source.count == 1, let source = quotes[index].source.first?.span else { continue }
      let token = reading.token(from: source.start)
      guard token < reading.count, reading.span(token) == source else { continue }
      if reading.is(token, "they"), quotes[index].speakers.count == 1, people.contains(quotes[index].speakers[0]) {
        quotes[index].speakers = []
      }
      guard quotes[index].speakers.isEmpty else { continue }
      if reading.is(token, in: inside) {
        let near = max(0, index - Self.widest)..<min(quotes.count, index + Self.widest)
        let around = near.first { other in
          other != index && !quotes[other].speakers.isEmpty && quotes[other].spans.contains { $0.span.contains(source) }
        }
        if let around { quotes[index].speakers = quotes[around].speakers }
      } else if reading.is(token, in: together) {
        let isMany = reading.is(token, "they")
        let spoke = quotes[..<index].suffix(most).last { quote in
          let before = quote.speakers
          return before.count > 1 && isMany
            || before.count == 1 && !people.contains(before[0]) && (isMany || !groups.contains(before[0]))
        }
        if let spoke, isNear(spoke, source, reading) { quotes[index].speakers = spoke.speakers }
      }
    }
    document[.quotes] = quotes
  }

  private static func isNear(_ quote: Quote, _ pronoun: TextSpan, _ reading: Reading) -> Bool {
    guard let extent = quote.extent else { return false }
    return abs(reading.paragraph(at: pronoun.start) - reading.paragraph(at: extent.start)) <= 1
  }
}
