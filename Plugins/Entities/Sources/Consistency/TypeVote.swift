import DictumKit

/// Gives the same name the same type throughout a document: each mention votes with its confidence, a person's full
/// name for its parts, and what is spelled out for the acronym behind it in parentheses.
///
/// After the idea of non-local features for names (Krishnan and Manning, “An Effective Two-Stage Model for Exploiting
/// Non-Local Dependencies in Named Entity Recognition”, ACL 2006), as a vote.
struct TypeVote: Sendable {
  private typealias Ballot = [EntityType: Double]

  /// How much of a person's vote counts for a part of the name.
  private static let partWeight = 0.5

  /// How much the vote of what is spelled out counts for its acronym.
  private static let definitionWeight = 2.0

  /// The mentions with their types agreed on.
  func agreed(_ mentions: [Mention], in text: SourceText) -> [Mention] {
    let forms = mentions.map { NameForm(text[$0.span], $0.type) }
    var ballots: [String: Ballot] = [:]
    for (mention, form) in zip(mentions, forms) {
      ballots[form.key, default: [:]][mention.type, default: 0] += mention.confidence
    }
    var parts: [String: Double] = [:]
    for (mention, form) in zip(mentions, forms) where mention.type == .person && form.words.count > 1 {
      for part in [form.words[0], form.words[form.words.count - 1]] where part.count > 2 {
        parts[part, default: 0] += mention.confidence * Self.partWeight
      }
    }
    for (part, weight) in parts where ballots[part] != nil { ballots[part]?[.person, default: 0] += weight }
    for index in mentions.indices.dropFirst() where forms[index].isAcronym {
      let long = mentions[index - 1]
      guard Parenthesis.defines(long.span, mentions[index].span, text),
        forms[index - 1].initials.contains(forms[index].words[0])
      else { continue }
      ballots[forms[index].key, default: [:]][long.type, default: 0] += long.confidence * Self.definitionWeight
    }
    var result = mentions
    for index in result.indices where Self.mayChange(result[index].type) {
      guard let ballot = ballots[forms[index].key] else { continue }
      result[index].type = Self.winner(ballot, incumbent: result[index].type)
    }
    return result
  }

  /// Dates and sums are what they are wherever they stand.
  private static func mayChange(_ type: EntityType) -> Bool { type != .date && type != .money }

  private static func winner(_ ballot: Ballot, incumbent: EntityType) -> EntityType {
    var best = incumbent
    for type in EntityType.ofNames where mayChange(type) {
      if ballot[type] ?? 0 > ballot[best] ?? 0 { best = type }
    }
    return best
  }
}
