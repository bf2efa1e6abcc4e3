/// Goes on after a quotation that ends in ? or ! when a lower-case word follows, or a name and a verb of saying:
/// “Did you?” she asked. “Get out!” Tom Reed shouted.
enum AttributionRule {
  private static let verbs = WordSet([
    "said", "says", "asked", "asks", "cried", "shouted", "yelled", "replied", "answered", "whispered", "called",
  ])

  static func verdict(_ gap: Gap, _ starters: SentenceStarters) -> Verdict? {
    let left = gap.leftShape
    guard left == .closer || left == .quote, gap.touchesPrevious(gap.index),
      TokenShape.of(gap.tokens[gap.index - 1], gap.bytes) == .terminator
    else { return nil }
    switch gap.rightShape {
    case .lower: return .join
    case .capitalized, .dotted: return isSpeaker(gap, starters) ? .join : nil
    default: return nil
    }
  }

  /// Whether a name of at most three words follows, and a verb of saying behind it.
  private static func isSpeaker(_ gap: Gap, _ starters: SentenceStarters) -> Bool {
    guard gap.lastByte(gap.index - 1) != UInt8(ascii: "."), gap.space != .none, isQuote(gap),
      !starters.contains(gap.right, gap.bytes)
    else { return false }
    var index = gap.index + 2
    while index < gap.tokens.count, index <= gap.index + 4 {
      let token = gap.tokens[index]
      switch TokenShape.of(token, gap.bytes) {
      case .capitalized, .initial, .dotted: index += 1
      case .lower: return verbs.contains(WordHash.of(gap.bytes, token.span.start, token.span.end))
      default: return false
      }
    }
    return false
  }

  private static func isQuote(_ gap: Gap) -> Bool {
    switch gap.firstByte(gap.index) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), 0xE2: true
    default: false
    }
  }
}
