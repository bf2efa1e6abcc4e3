import DictumEnglish
import DictumKit

/// Names the entities that a source speaks for: “both Blinken and Hayashi” are two.
struct SpeakerLinker {
  /// No source names more.
  static let most = 32

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

  private func speaking(in source: TextSpan) -> [Mention] {
    let inside = mentions(in: source)
    let people = inside.filter { $0.type == .person && !isPart($0, of: source) }
    let bodies = inside.filter { [.organization, .location, .norp, .facility].contains($0.type) }
    if !people.isEmpty {
      let speaking = joined(people)
      return speaking + bodies.filter { body in speaking.last.map { isJoint($0, body) } ?? false }.prefix(1)
    }
    // “the Chinese foreign ministry” is named by its whole, of which “Chinese” is a part.
    return joined(bodies.filter { isWhole($0.span, of: source) || bodies.count > 1 && $0.type == .organization })
  }

  /// “Clinton and the State Department”.
  private func isJoint(_ person: Mention, _ body: Mention) -> Bool {
    guard body.span.start > person.span.end else { return false }
    let between = text[TextSpan(start: person.span.end, end: body.span.start)].split(whereSeparator: \.isWhitespace)
    return between == ["and"] || between == ["and", "the"]
  }

  /// Whether the name is a possessor or a modifier in the source's phrase, whose head is somebody else: “Smith's
  /// spokeswoman”, “the Smith administration”, “the pro-Smith group”, “former aides to Smith”.
  private func isPart(_ mention: Mention, of source: TextSpan) -> Bool {
    if mention.form == .pronoun { return text[mention.span] != text[source] }
    let after = text[TextSpan(start: mention.span.end, end: max(mention.span.end, source.end))]
    if ["’s ", "'s ", "’ ", "' ", "-"].contains(where: after.hasPrefix) { return true }
    if after.first == " ", let next = after.dropFirst().split(whereSeparator: { !$0.isLetter }).first,
      next.first?.isLowercase == true ? !Self.afterName.contains(next) : WordList.bodies.contains(next)
    {
      return true
    }
    let before = text[TextSpan(start: source.start, end: max(source.start, mention.span.start))]
    if before.hasSuffix("-") { return true }
    let words = before.split(whereSeparator: \.isWhitespace)
    guard let link = words.last, Self.links.contains(link) else { return false }
    return words.dropLast().contains { $0.first?.isLowercase == true && !WordList.sourceArticles.contains($0) }
  }

  /// What may follow a name whose phrase it heads.
  private static let afterName = WordList(
    joining: .prepositions,
    .conjunctions,
    .subordinators,
    .otherPronouns,
    .auxiliaries,
    .reportingVerbs,
    .verbLeads
  )
  /// What joins a name to the head that it modifies.
  private static let links = WordList(["for", "of", "to", "from", "with", "by", "against"])

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
      let between = text[TextSpan(start: last.span.end, end: max(last.span.end, mention.span.start))]
      let words = between.split(whereSeparator: \.isWhitespace)
      if words.contains("and") || between == ", " { speaking.append(mention) } else { break }
    }
    return speaking
  }

  private func isWhole(_ span: TextSpan, of source: TextSpan) -> Bool {
    let before = text[TextSpan(start: source.start, end: span.start)].lowercased()
    let after = text[TextSpan(start: span.end, end: max(span.end, source.end))]
    return ["", "the ", "a ", "an ", "officials in ", "officials from "].contains(before)
      && (after.isEmpty || after.first == "," || after.hasPrefix("’s ") || after.hasPrefix("'s "))
  }

  private func mentions(in span: TextSpan) -> ArraySlice<Mention> {
    let low = mentions.partitioningIndex { $0.span.start >= span.start }
    return mentions[low...].prefix(Self.most).prefix { $0.span.end <= span.end }
  }
}
