/// Keeps quote marks and brackets on the right side: a closing mark stays with what it closes, an opening one with what
/// it opens.
enum MarkRule {
  @inline(__always)
  static func verdict(_ gap: Gap) -> Verdict? {
    let right = gap.rightShape
    if right == .closer {
      if gap.space == .none || gap.open.brackets > 0 || gap.open.curly > 0 { return .join }
    } else if right == .quote, gap.space == .none, gap.open.straight {
      return .join
    }
    // “… [...]” (Smith 9): the source of a quotation belongs to it.
    if right == .opener, gap.leftShape == .quote || gap.leftShape == .closer, gap.index > gap.sentenceStart,
      gap.firstByte(gap.index + 1) == UInt8(ascii: "("), gap.lastByte(gap.index - 1) == UInt8(ascii: "]")
    {
      return .join
    }
    guard gap.space == .none else { return nil }
    let left = gap.leftShape
    if left == .opener || left == .bullet && gap.left.kind != .word { return .join }
    return left == .quote && gap.open.straight ? .join : nil
  }
}
