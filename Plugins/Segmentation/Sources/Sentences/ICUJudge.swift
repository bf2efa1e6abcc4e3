internal import DictumKit

/// Follows ICU, with the repairs that no language needs to know.
struct ICUJudge: GapJudge {
  @inline(__always)
  func mayEnd(_ left: Token, _ right: Token, _ space: GapSpace, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    true
  }

  func ends(_ gap: Gap) -> Bool {
    guard gap.isICUBreak else { return false }
    return MarkRule.verdict(gap) != .join
  }
}
