internal import DictumKit

/// Ends a sentence where ICU does behind a terminator of another script, which the English classifier has not seen.
enum ForeignTerminatorRule {
  static func verdict(_ gap: Gap) -> Verdict? {
    guard gap.isICUBreak, gap.left.kind == .punctuation, gap.lastByte(gap.index) >= 0x80 else { return nil }
    return TypographicMark.at(gap.left.span.start, gap.bytes) == 0 ? .split : nil
  }
}
