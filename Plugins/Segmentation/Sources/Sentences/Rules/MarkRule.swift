/// Keeps quote marks and brackets on the right side: a closing mark stays with what it closes, an opening one with what
/// it opens.
enum MarkRule {
  @inline(__always)
  static func verdict(_ gap: Gap) -> Verdict? {
    let right = TokenShape.of(gap.right, gap.bytes)
    if right == .closer {
      if gap.space == .none || gap.open.brackets > 0 || gap.open.curly > 0 { return .join }
    } else if right == .quote, gap.space == .none, gap.open.straight {
      return .join
    }
    guard gap.space == .none else { return nil }
    let left = TokenShape.of(gap.left, gap.bytes)
    if left == .opener { return .join }
    return left == .quote && gap.open.straight ? .join : nil
  }
}
