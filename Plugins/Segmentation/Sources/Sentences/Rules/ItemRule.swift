internal import DictumKit

/// Ends an item before the next one when items run on in one line: “1. Wash the rice 2. Boil the water”, “a) cut b) fold”,
/// “• bread • milk”.
///
/// The sentence must begin with a label of the same kind whose number is one less, so that no other number counts.
enum ItemRule {
  /// A label: its number and how it is written.
  private struct Label: Equatable {
    enum Style { case number, letter, roman, bullet }
    var style: Style
    var value: Int
    /// The bytes around and behind it: `.`, `)`, `.)`, `(`.
    var isBracketed: Bool
    var end: UInt8
    /// Whether a dash stands before it.
    var isDashed = false
  }

  static func verdict(_ gap: Gap) -> Verdict? {
    guard gap.space != .none else { return nil }
    if let next = label(gap.index + 1, gap), gap.index > gap.sentenceStart {
      guard let first = label(gap.sentenceStart, gap), follows(first, next) else { return nil }
      return .split
    }
    return nil
  }

  /// Whether an item may begin at a token in lower case: “b.”, “b)”, “ii.”.
  @inline(__always)
  static func mayBegin(_ token: Piece, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = token.span.end
    guard token.span.count <= 4, end < bytes.count else { return false }
    return bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") || bytes[end - 1] == UInt8(ascii: ".")
  }

  private static func follows(_ first: Label, _ next: Label) -> Bool {
    if first.style == .bullet { return next.style == .bullet }
    // “i” is a letter and a Roman number.
    let isSame = first.style == next.style || first.style == .letter && first.value == 9 && next.style == .roman
    let value = first.style == .letter && next.style == .roman ? 1 : first.value
    return isSame && value + 1 == next.value && first.end == next.end && first.isBracketed == next.isBracketed
      && first.isDashed == next.isDashed
  }

  private static func label(_ index: Int, _ gap: Gap) -> Label? {
    guard index < gap.tokens.count else { return nil }
    if isBullet(index, gap) { return Label(style: .bullet, value: 0, isBracketed: false, end: 0) }
    if isDash(index, gap) {
      // A ruler of dashes is looked at once.
      guard !isDash(index + 1, gap), var label = label(index + 1, gap), label.style != .bullet else { return nil }
      label.isDashed = true
      return label
    }
    let isBracketed = gap.firstByte(index) == UInt8(ascii: "(") && gap.tokens[index].span.count == 1
    let place = isBracketed ? index + 1 : index
    guard place < gap.tokens.count else { return nil }
    let word = gap.tokens[place].span
    var end = word.end
    if gap.bytes[end - 1] == UInt8(ascii: "."), word.count > 1 { end -= 1 }
    guard let (style, value) = number(word.start, end, gap.bytes), end + 1 < gap.bytes.count else { return nil }
    var mark = gap.bytes[end]
    if mark == UInt8(ascii: "."), gap.bytes[end + 1] == UInt8(ascii: ")") {
      mark = 1
      end += 1
    }
    guard mark == 1 || mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"), end + 1 < gap.bytes.count,
      gap.bytes[end + 1] <= 0x20
    else { return nil }
    return Label(style: style, value: value, isBracketed: isBracketed, end: mark)
  }

  /// Whether the token is a mark that nothing but an item begins with.
  static func isBullet(_ index: Int, _ gap: Gap) -> Bool {
    gap.tokens[index].span.count == 3 && TokenShape.of(gap.tokens[index], gap.bytes) == .bullet
  }

  /// Whether the token is a hyphen, an asterisk or a dash apart from the next, which begins an item before a number.
  static func isDash(_ index: Int, _ gap: Gap) -> Bool {
    guard index + 1 < gap.tokens.count, !gap.touchesPrevious(index + 1), gap.tokens[index].kind != .word else {
      return false
    }
    let first = gap.firstByte(index)
    if gap.tokens[index].span.count == 1 { return first == UInt8(ascii: "-") || first == UInt8(ascii: "*") }
    let mark = TypographicMark.at(gap.tokens[index].span.start, gap.bytes)
    return mark == TypographicMark.enDash || mark == TypographicMark.emDash
  }

  private static func number(
    _ start: Int,
    _ end: Int,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (Label.Style, Int)? {
    guard end > start, end - start <= 4 else { return nil }
    if bytes[start] &- UInt8(ascii: "0") < 10 {
      guard end - start <= 2 else { return nil }
      var value = 0
      for offset in start..<end {
        guard bytes[offset] &- UInt8(ascii: "0") < 10 else { return nil }
        value = value * 10 + Int(bytes[offset] - UInt8(ascii: "0"))
      }
      return (.number, value)
    }
    let letter = (bytes[start] | 0x20) &- UInt8(ascii: "a")
    guard letter < 26 else { return nil }
    if end - start == 1 { return (.letter, Int(letter) + 1) }
    guard let roman = roman(start, end, bytes) else { return nil }
    return (.roman, roman)
  }

  /// The value of a Roman number of two letters to four, up to x.
  private static func roman(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var total = 0
    var last = 0
    for offset in (start..<end).reversed() {
      let value: Int
      switch bytes[offset] | 0x20 {
      case UInt8(ascii: "i"): value = 1
      case UInt8(ascii: "v"): value = 5
      case UInt8(ascii: "x"): value = 10
      default: return nil
      }
      total += value < last ? -value : value
      last = value
    }
    return total <= 10 ? total : nil
  }
}
