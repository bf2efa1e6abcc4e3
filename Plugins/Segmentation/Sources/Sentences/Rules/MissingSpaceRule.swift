/// Ends a sentence at a full stop without a space behind it, which the tokens have parted from its words: “It was
/// late.Mrs. Cole slept.” Goes on behind a full stop that begins a name or a number: “.NET”, “the .50 round”.
enum MissingSpaceRule {
  static func verdict(_ gap: Gap) -> Verdict? {
    guard gap.space == .none, gap.left.kind == .punctuation, gap.left.span.count == 1,
      gap.lastByte(gap.index) == UInt8(ascii: ".")
    else { return nil }
    let right = gap.rightShape
    guard gap.touchesPrevious(gap.index) else { return right == .upper || right == .number ? .join : nil }
    // Half of a mail address.
    if gap.touchesPrevious(gap.index + 2), gap.firstByte(gap.index + 2) == UInt8(ascii: "@") { return .join }
    let isWord = gap.tokens[gap.index - 1].kind == .word && gap.tokens[gap.index - 1].span.count > 1
    return isWord && (right == .capitalized || right == .dotted) ? .split : nil
  }
}
