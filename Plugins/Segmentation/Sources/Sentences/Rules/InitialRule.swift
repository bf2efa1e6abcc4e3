/// Goes on after an initial inside a name: Antony J. Blinken, J. K. Rowling.
enum InitialRule {
  static func verdict(_ gap: Gap, _ starters: SentenceStarters) -> Verdict? {
    guard TokenShape.of(gap.left, gap.bytes) == .initial, gap.lastByte(gap.index) == UInt8(ascii: ".") else {
      return nil
    }
    let right = TokenShape.of(gap.right, gap.bytes)
    guard right == .capitalized || right == .initial, !starters.contains(gap.right, gap.bytes) else { return nil }
    if gap.index == gap.sentenceStart { return .join }
    let before = TokenShape.of(gap.tokens[gap.index - 1], gap.bytes)
    return before == .capitalized || before == .initial || before == .dotted ? .join : nil
  }
}
