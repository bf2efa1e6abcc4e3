import DictumKit

/// Finds what a passage speaks of: the entities that it names, and salient noun phrases.
struct TargetFinder {
  /// A statement that lists more than this is about none of it.
  private static let mostPhrases = 8

  private let document: Document
  private let names: [Mention]
  private let phrases: NounPhrases

  init(_ document: Document) {
    self.document = document
    names = document[.mentions].filter { $0.form == .name && $0.type != .date && $0.type != .money }
    phrases = NounPhrases(document)
  }

  /// The questions of all passages, in text order; a speaker's stance toward itself is not one.
  func targets(of passages: [Passage]) -> [StanceQuestion] {
    passages.flatMap { passage -> [StanceQuestion] in
      let spans = passage.spans.flatMap { part -> [(TextSpan, String?)] in
        let named = names(in: part).map { ($0.span, $0.entity) }
        // A phrase that ends with a name says no more than the name; “US-Japan Alliance” does.
        let ends = Set(named.filter { !isJoined($0.0) }.map(\.0.end))
        let found = phrases.phrases(in: part).filter { !ends.contains($0.end) }
        return (named + found.prefix(Self.mostPhrases).map { ($0, nil) }).sorted { $0.0 < $1.0 }
      }
      return spans.filter { $0.1.map { !passage.holders.contains($0) } ?? true }.map { span, entity in
        StanceQuestion(passage, target: .span(span, entity: entity))
      }
    }
  }

  /// Whether a hyphen joins the name to the word before it.
  private func isJoined(_ name: TextSpan) -> Bool {
    name.start > 0 && document.text.bytes[name.start - 1] == UInt8(ascii: "-")
  }

  private func names(in span: TextSpan) -> ArraySlice<Mention> {
    let first = names.partitioningIndex { $0.span.start >= span.start }
    return names[first...].prefix { $0.span.end <= span.end }
  }
}
