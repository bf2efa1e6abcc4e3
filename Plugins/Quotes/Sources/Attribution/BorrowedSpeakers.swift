import DictumEnglish
import DictumKit

/// Pronouns that take their speakers from another statement: “I” and “we” inside somebody's words are whoever says them;
/// “they” and “it” are the group or body that spoke right before.
enum BorrowedSpeakers {
  private static let inside = WordList(["i", "we"])
  private static let together = WordList(["they", "it"])

  /// Gives open statements with such a source their speakers.
  static func resolve(in document: inout Document, _ reading: Reading) {
    var quotes = document[.quotes]
    let people = Set(document[.entities].filter { $0.type == .person }.map(\.id))
    for index in quotes.indices where quotes[index].speakers.isEmpty {
      guard quotes[index].source.count == 1, let source = quotes[index].source.first?.span else { continue }
      let token = reading.token(from: source.start)
      guard token < reading.count, reading.span(token) == source else { continue }
      if reading.is(token, in: inside) {
        let around = quotes.indices.first { other in
          other != index && !quotes[other].speakers.isEmpty && quotes[other].spans.contains { $0.span.contains(source) }
        }
        if let around { quotes[index].speakers = quotes[around].speakers }
      } else if reading.is(token, in: together), index > 0, isNear(quotes[index - 1], source, reading) {
        let before = quotes[index - 1].speakers
        if before.count > 1 && reading.is(token, "they") || before.count == 1 && !people.contains(before[0]) {
          quotes[index].speakers = before
        }
      }
    }
    document[.quotes] = quotes
  }

  private static func isNear(_ quote: Quote, _ pronoun: TextSpan, _ reading: Reading) -> Bool {
    guard let extent = quote.extent else { return false }
    return abs(reading.paragraph(at: pronoun.start) - reading.paragraph(at: extent.start)) <= 1
  }
}
