import DictumEnglish
import DictumKit

/// Gives statements their speakers by syntax, where the document has trees: sources are mended, their heads speak, and roles
/// stand for whoever was introduced so.
enum TreeSpeakers {
  /// How many paragraphs back a person may have spoken last.
  private static let farthest = 2

  /// Sets the speakers of all statements that have a source, and returns the descriptions that no entity stands for, by
  /// statement.
  ///
  /// - Throws: `engineFailed`, `modelLacksHead`.
  static func resolve(in document: inout Document, _ tree: SyntaxTree, _ reading: Reading) throws(DictumError)
    -> [Int: [Description]]
  {
    let repair = SourceRepair(tree, reading)
    var quotes = document[.quotes].map(repair.repaired)
    let sources = SourceHolders(document, tree, reading)
    let roles = RoleSpeakers(document, tree, reading)
    let holders = quotes.map { quote in
      sources.antecedents(of: quote) ?? quote.source.flatMap { sources.holders(of: $0.span) }
    }
    let pointing = Array(
      Set(
        holders.joined().compactMap {
          $0.description.flatMap { roles.points($0) && !sources.isUtterance(in: $0) ? $0 : nil }
        }
      )
    ).sorted()
    let named = Dictionary(uniqueKeysWithValues: zip(pointing, try roles.named(pointing, in: document)))
    var described: [Int: [Description]] = [:]
    var nouns: [String: TextSpan] = [:]
    let people = Set(document[.entities].filter(\.mayBePerson).map(\.id))
    for index in quotes.indices
    where !holders[index].isEmpty
      && (!isPronoun(quotes[index], tree, reading) || sources.antecedents(of: quotes[index]) != nil)
    {
      var speakers: [String] = []
      for holder in holders[index] {
        switch holder {
        case .entity(let entity): speakers.append(entity)
        case .described(let phrase):
          let noun = roles.noun(of: phrase)
          if roles.points(phrase) {
            if let entity = roles.introduced(as: phrase) {
              speakers.append(entity)
              continue
            }
            if let noun, let before = nouns[noun] {
              described[index, default: []].append(Description(phrase: before, reference: phrase))
              continue
            }
            let likely = named[phrase].flatMap(\.self) ?? roles.maker(of: phrase, sources)
            if let entity = likely ?? lastSpeaker(for: phrase, before: index, quotes, roles, people, reading) {
              speakers.append(entity)
              continue
            }
          }
          if let noun { nouns[noun] = phrase }
          described[index, default: []].append(Description(phrase: phrase))
        }
      }
      quotes[index].speakers = speakers.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    document[.quotes] = quotes
    return described
  }

  /// A pronoun alone is left to those who resolve pronouns.
  private static func isPronoun(_ quote: Quote, _ tree: SyntaxTree, _ reading: Reading) -> Bool {
    guard quote.source.count == 1, let source = quote.source.first?.span else { return false }
    let tokens = reading.tokens(in: source)
    return tokens.count == 1 && tree.is(tokens.lowerBound, [.pronoun])
  }

  /// “Lee said … The retired surgeon added …”: a person without an introduction is the last speaker.
  private static func lastSpeaker(
    for phrase: TextSpan,
    before index: Int,
    _ quotes: [Quote],
    _ roles: RoleSpeakers,
    _ people: Set<String>,
    _ reading: Reading
  ) -> String? {
    guard index > 0, quotes[index - 1].speakers.count == 1, let extent = quotes[index - 1].extent,
      reading.paragraph(at: phrase.start) - reading.paragraph(at: extent.start) <= farthest
    else { return nil }
    let speaker = quotes[index - 1].speakers[0]
    return people.contains(speaker) && roles.namesPerson(phrase) ? speaker : nil
  }
}

extension Holder {
  /// The place of a description; nil for an entity.
  fileprivate var description: TextSpan? {
    if case .described(let span) = self { span } else { nil }
  }
}
