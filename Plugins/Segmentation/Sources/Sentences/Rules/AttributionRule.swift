/// Goes on after a quotation that ends in ? or ! when a lower-case word follows: “Did you?” she asked.
enum AttributionRule {
  static func verdict(_ gap: Gap) -> Verdict? {
    let left = TokenShape.of(gap.left, gap.bytes)
    guard left == .closer || left == .quote, gap.touchesPrevious(gap.index) else { return nil }
    guard TokenShape.of(gap.right, gap.bytes) == .lower else { return nil }
    return TokenShape.of(gap.tokens[gap.index - 1], gap.bytes) == .terminator ? .join : nil
  }
}
