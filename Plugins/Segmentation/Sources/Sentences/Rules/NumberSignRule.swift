/// Goes on between the sign of a number and the number: “kept as N°. 4.711”.
enum NumberSignRule {
  static func verdict(_ gap: Gap) -> Verdict? {
    guard gap.left.kind == .punctuation, gap.lastByte(gap.index) == UInt8(ascii: "."), gap.touchesPrevious(gap.index),
      gap.rightShape == .number
    else { return nil }
    // The degree sign and the ordinal sign, C2 B0 and C2 BA, apart from their N or at its end.
    let sign = gap.tokens[gap.index - 1].span
    guard sign.count <= 3, gap.bytes[sign.end - 1] == 0xB0 || gap.bytes[sign.end - 1] == 0xBA,
      sign.end >= 3, gap.bytes[sign.end - 2] == 0xC2
    else { return nil }
    return gap.bytes[sign.end - 3] | 0x20 == UInt8(ascii: "n") ? .join : nil
  }
}
