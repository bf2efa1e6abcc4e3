/// Goes on after an ellipsis that a lower-case word follows: the law ... was repealed.
enum EllipsisRule {
  static func verdict(_ gap: Gap) -> Verdict? {
    let left = gap.left
    guard left.kind == .punctuation, left.span.count >= 3 else { return nil }
    let isEllipsis =
      TypographicMark.at(left.span.start, gap.bytes) == TypographicMark.ellipsis
      || (left.span.start..<left.span.end).allSatisfy { gap.bytes[$0] == UInt8(ascii: ".") }
    return isEllipsis && TokenShape.of(gap.right, gap.bytes) == .lower ? .join : nil
  }
}
