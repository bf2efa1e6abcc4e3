import DictumEnglish
import DictumKit

/// Who the subject of a statement's cue is, by the tree, whatever the source says.
struct CueSubjects {
  /// What a subject tells: whom it names, and whether the source is its phrase.
  struct Subject {
    var entities: [Int]
    var isSource: Bool
  }

  /// So many verbs up from the cue is a subject looked for.
  private static let steps = 4

  private let holders: SourceHolders?
  private let numbers: [String: Int]

  init(_ document: Document, _ reading: Reading, numbers: [String: Int]) {
    holders = document[.syntax].map { SourceHolders(document, $0, reading) }
    self.numbers = numbers
  }

  /// The subject of a cue; nil where there is no tree, or the cue's verb has none.
  func subject(of quote: Quote) -> Subject? {
    guard let holders else { return nil }
    let tree = holders.tree
    let cue = quote.cue.flatMap { Array(holders.reading.tokens(in: $0.span)) }
    guard var verb = cue.first(where: { tree.is($0, [.verb]) }) else { return nil }
    for _ in 0..<Self.steps {
      if let subject = tree.agents(of: verb).first, let sentence = tree.sentence(of: subject) {
        let place = holders.reading.span(subject)
        return Subject(
          entities: holders.names(at: subject, within: sentence).compactMap { numbers[$0] },
          isSource: quote.source.contains { $0.span.contains(place) }
        )
      }
      guard let governor = tree.head(of: verb), tree.is(governor, [.verb]) else { return nil }
      verb = governor
    }
    return nil
  }
}
