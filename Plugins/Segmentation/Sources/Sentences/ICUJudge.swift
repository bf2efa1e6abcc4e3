internal import DictumKit

/// Follows ICU, with the repairs that no language needs to know.
struct ICUJudge: GapJudge {
  @inline(__always)
  func mayEnd(_ left: Piece, _ right: Piece, _ space: GapSpace, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    true
  }

  /// Whether ICU broke before closing marks that the sentence keeps, as in « Oui. » with its spaces.
  private var isPending = false

  mutating func ends(_ gap: Gap) -> Bool {
    guard gap.isICUBreak || isPending else { return false }
    isPending = MarkRule.verdict(gap) == .join
    return !isPending
  }
}
