/// Goes on within an ellipsis of spaced full stops, and after any ellipsis that a lower-case word follows: the law . . .
/// was repealed.
enum EllipsisRule {
  static func verdict(_ gap: Gap) -> Verdict? {
    guard gap.left.kind == .punctuation else { return nil }
    if isStops(gap.index, gap), isStops(gap.index + 1, gap) { return .join }
    guard isEllipsis(gap) else { return nil }
    return gap.rightShape == .lower ? .join : nil
  }

  /// Whether the token is full stops alone.
  private static func isStops(_ index: Int, _ gap: Gap) -> Bool {
    gap.tokens[index].span.range.allSatisfy { gap.bytes[$0] == UInt8(ascii: ".") }
  }

  private static func isEllipsis(_ gap: Gap) -> Bool {
    let left = gap.left
    if TypographicMark.at(left.span.start, gap.bytes) == TypographicMark.ellipsis { return true }
    guard isStops(gap.index, gap) else { return false }
    return left.span.count >= 3 || gap.index > gap.sentenceStart && isStops(gap.index - 1, gap)
  }
}
