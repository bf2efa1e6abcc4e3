/// Goes on after the number of a list item or heading: "1. Open the lid", "2.1. Theory", "a) cut", "(iv) paste".
enum ListNumberRule {
  static func verdict(_ gap: Gap) -> Verdict? {
    var start = gap.sentenceStart
    if ItemRule.isBullet(start, gap), gap.space != .none {
      if gap.index == start { return .join }
      start += 1
    } else if ItemRule.isDash(start, gap) {
      if gap.index == start { return .join }
      start += 1
    }
    guard gap.index > start || gap.leftShape == .initial else { return nil }
    guard gap.index - start <= 2, gap.space != .none else { return nil }
    if gap.firstByte(start) == UInt8(ascii: "(") { start += 1 }
    guard start <= gap.index else { return nil }
    let label = gap.tokens[start]
    guard label.kind == .number ? label.span.count <= 5 : label.kind == .word && isShortLabel(gap, start) else {
      return nil
    }
    switch gap.lastByte(gap.index) {
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      let isDouble = gap.index - start == 2 && gap.firstByte(start + 1) == UInt8(ascii: ".")
      return gap.index - start <= 1 || isDouble ? .join : nil
    default: return nil
    }
  }

  /// A letter, or a Roman number of at most four letters.
  private static func isShortLabel(_ gap: Gap, _ index: Int) -> Bool {
    let word = gap.tokens[index].span
    let end = gap.bytes[word.end - 1] == UInt8(ascii: ".") ? word.end - 1 : word.end
    if end - word.start == 1 { return true }
    guard end - word.start <= 4 else { return false }
    return (word.start..<end).allSatisfy { offset in
      let letter = gap.bytes[offset] | 0x20
      return letter == UInt8(ascii: "i") || letter == UInt8(ascii: "v") || letter == UInt8(ascii: "x")
    }
  }
}
