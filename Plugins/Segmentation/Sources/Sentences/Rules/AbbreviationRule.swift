/// Goes on after abbreviations that need what follows (Mr., Gen., No. 5), and after any abbreviation that a lower-case
/// word follows.
enum AbbreviationRule {
  static func verdict(_ gap: Gap, _ abbreviations: Abbreviations) -> Verdict? {
    guard gap.left.kind == .word, gap.lastByte(gap.index) == UInt8(ascii: ".") else { return nil }
    let word = gap.left.span
    let right = TokenShape.of(gap.right, gap.bytes)
    switch abbreviations.kind(gap.bytes, word.start, word.end - 1) {
    case .leading: return .join
    case .beforeNumber where right == .number: return .join
    default: return right == .lower || right == .comma ? .join : nil
    }
  }
}
