/// Goes on after an initial inside a name: Antony J. Blinken, J. K. Rowling, Laura I. Stone.
enum InitialRule {
  static func verdict(_ gap: Gap, _ starters: SentenceStarters) -> Verdict? {
    if isI(gap) {
      // “I” is a pronoun more often than an initial, so that its full stop is a token of its own.
      guard gap.rightShape == .capitalized, !starters.contains(gap.right, gap.bytes),
        gap.index - 2 >= gap.sentenceStart, TokenShape.of(gap.tokens[gap.index - 2], gap.bytes) == .capitalized,
        !starters.contains(gap.tokens[gap.index - 2], gap.bytes)
      else { return nil }
      return .join
    }
    guard gap.leftShape == .initial, gap.lastByte(gap.index) == UInt8(ascii: ".") else {
      return nil
    }
    let right = gap.rightShape
    guard right == .capitalized || right == .initial, !starters.contains(gap.right, gap.bytes) else { return nil }
    if gap.index == gap.sentenceStart { return .join }
    let before = TokenShape.of(gap.tokens[gap.index - 1], gap.bytes)
    return before == .capitalized || before == .initial || before == .dotted ? .join : nil
  }

  /// Whether “I.” stands before the gap.
  private static func isI(_ gap: Gap) -> Bool {
    gap.left.kind == .punctuation && gap.left.span.count == 1 && gap.lastByte(gap.index) == UInt8(ascii: ".")
      && gap.touchesPrevious(gap.index) && gap.tokens[gap.index - 1].span.count == 1
      && gap.firstByte(gap.index - 1) == UInt8(ascii: "I")
  }
}
