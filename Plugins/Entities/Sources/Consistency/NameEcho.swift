import DictumEnglish
import DictumKit

/// Finds again, elsewhere in the document, names that were found with confidence and missed in another place.
struct NameEcho: Sendable {
  /// How sure a name must be to be looked for.
  private static let sure = 0.8
  /// What is found again is this much less sure.
  private static let discount = 0.7
  /// So many names with the same first word are looked for, and none of more words: no article has them.
  static let most = (names: 64, words: 24)

  /// The mentions and the echoes, in text order.
  func completed(_ mentions: [Mention], in reading: Reading) -> [Mention] {
    let tokens = reading.tokens
    let text = reading.text
    var known: [String: [(words: [String], mention: Mention)]] = [:]
    var seen: Set<String> = []
    for mention in mentions where mention.confidence >= Self.sure && Self.mayEcho(mention.type) {
      let name = text[mention.span]
      guard seen.insert(name).inserted else { continue }
      let words = reading.tokens(in: mention.span).map(reading.word)
      guard let first = words.first, isDistinctive(words), words.count <= Self.most.words,
        known[first, default: []].count < Self.most.names
      else { continue }
      known[first, default: []].append((words, mention))
    }
    guard !known.isEmpty else { return mentions }
    // The longest first.
    known = known.mapValues { names in names.sorted { $0.words.count > $1.words.count } }
    let common = lowercaseWords(tokens, text)
    var result: [Mention] = []
    var next = 0
    var index = 0
    while index < tokens.count {
      while next < mentions.count, mentions[next].span.end <= tokens[index].span.start {
        result.append(mentions[next])
        next += 1
      }
      let isFree = next == mentions.count || mentions[next].span.start >= tokens[index].span.end
      let limit = next < mentions.count ? mentions[next].span.start : text.count
      if isFree, isCapital(text.bytes[tokens[index].span.start]),
        let echo = echo(at: index, tokens, text, known, common, limit)
      {
        result.append(echo)
        while index < tokens.count, tokens[index].span.start < echo.span.end { index += 1 }
      } else {
        index += 1
      }
    }
    result += mentions[next...]
    return result
  }

  private static func mayEcho(_ type: EntityType) -> Bool { type != .date && type != .money && type != .misc }

  private func isCapital(_ byte: UInt8) -> Bool { byte.isASCIICapital || byte >= 0xC3 }

  /// Names of several words, acronyms, and single words that are long enough to be nobody else's.
  private func isDistinctive(_ words: [String]) -> Bool {
    guard let first = words.first?.utf8.first, isCapital(first) else { return false }
    return words.count > 1 || words[0].utf8.count >= 3
  }

  /// The words that the document also has in lower case.
  private func lowercaseWords(_ tokens: [Token], _ text: SourceText) -> Set<String> {
    var words: Set<String> = []
    for token in tokens where token.kind == .word && text.bytes[token.span.start].isASCIISmall {
      words.insert(text[token.span])
    }
    return words
  }

  private func echo(
    at index: Int,
    _ tokens: [Token],
    _ text: SourceText,
    _ known: [String: [(words: [String], mention: Mention)]],
    _ common: Set<String>,
    _ limit: Int
  ) -> Mention? {
    for (words, mention) in known[text[tokens[index].span]] ?? [] {
      guard index + words.count <= tokens.count, tokens[index + words.count - 1].span.end <= limit else { continue }
      let matches = words.indices.allSatisfy { text[tokens[index + $0].span] == words[$0] }
      guard matches, words.count > 1 || !common.contains(words[0].lowercased()) else { continue }
      let span = tokens[index].span.union(tokens[index + words.count - 1].span)
      return Mention(id: "", span: span, type: mention.type, confidence: mention.confidence * Self.discount)
    }
    return nil
  }
}
