/// Ends a sentence at a closing mark behind a terminator when a word follows that starts one: “We won!” The crowd roared.
enum QuotedEndRule {
  static func verdict(_ gap: Gap, _ starters: SentenceStarters) -> Verdict? {
    let left = gap.leftShape
    guard left == .closer || left == .quote && !gap.open.straight, gap.space != .none, gap.touchesPrevious(gap.index),
      gap.open.brackets == 0, TokenShape.of(gap.tokens[gap.index - 1], gap.bytes) == .terminator
    else { return nil }
    return gap.rightShape == .capitalized && starters.contains(gap.right, gap.bytes) ? .split : nil
  }
}
