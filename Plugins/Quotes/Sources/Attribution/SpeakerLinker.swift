import DictumKit

/// Names the entities that a source speaks for: “both Blinken and Hayashi” are two.
struct SpeakerLinker {
  private let text: SourceText
  /// Name mentions with an entity, in text order.
  private let mentions: [Mention]

  init(_ document: Document) {
    text = document.text
    mentions = document[.mentions].filter { $0.entity != nil }
  }

  /// The ids of the speakers, in text order; none where the source names nobody.
  func speakers(of source: [TextPart]) -> [String] {
    var speakers: [String] = []
    for part in source {
      for mention in speaking(in: part.span) {
        if let entity = mention.entity, !speakers.contains(entity) { speakers.append(entity) }
      }
    }
    return speakers
  }

  private func speaking(in source: Span) -> [Mention] {
    let inside = mentions(in: source)
    let people = inside.filter { $0.type == .person }
    if !people.isEmpty { return joined(people) }
    let bodies = inside.filter { [.organization, .location, .norp, .facility].contains($0.type) }
    // “the Chinese foreign ministry” is named by its whole, of which “Chinese” is a part.
    return joined(bodies.filter { isWhole($0.span, of: source) || bodies.count > 1 && $0.type == .organization })
  }

  /// The first, and those that “and” joins to it; what stands in an apposition does not speak.
  private func joined(_ candidates: [Mention]) -> [Mention] {
    var speaking: [Mention] = []
    for mention in candidates {
      guard let last = speaking.last else {
        speaking.append(mention)
        continue
      }
      // “They”, said of two people, is a mention of each.
      if mention.span == last.span {
        speaking.append(mention)
        continue
      }
      let between = text[Span(start: last.span.end, end: max(last.span.end, mention.span.start))]
      let words = between.split(whereSeparator: \.isWhitespace)
      if words.contains("and") || between == ", " { speaking.append(mention) } else { break }
    }
    return speaking
  }

  private func isWhole(_ span: Span, of source: Span) -> Bool {
    let before = text[Span(start: source.start, end: span.start)].lowercased()
    let after = text[Span(start: span.end, end: max(span.end, source.end))]
    return ["", "the ", "a ", "an ", "officials in ", "officials from "].contains(before)
      && (after.isEmpty || after.first == "," || after.hasPrefix("’s ") || after.hasPrefix("'s "))
  }

  private func mentions(in span: Span) -> ArraySlice<Mention> {
    let low = mentions.partitioningIndex { $0.span.start >= span.start }
    return mentions[low...].prefix { $0.span.end <= span.end }
  }
}
