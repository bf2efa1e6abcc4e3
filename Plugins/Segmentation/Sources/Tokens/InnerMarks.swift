internal import DictumKit

/// Marks inside of what the treebanks count as one token: 7:30, 11/9/2001, 555-010-9999, e-mail, R&D, #topic.
///
/// ICU cuts at all of them. Hyphenated words stay cut (“Paris-based”) unless the first part is an affix, which is no
/// word of its own; before a capital it is one, so that a name is a token (“pro-Beijing”).
enum InnerMarks {
  private static let affixes = WordHash.all(.affixes)

  /// Whether a word or number at `start..<end` goes on with what the mark right before it ends.
  ///
  /// - Parameter before: the tokens so far; the last one is the mark.
  static func join(
    _ before: [Piece],
    _ start: Int,
    _ end: Int,
    isNumber: Bool,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard before.count >= 2, let mark = before.last, mark.span.end == start, mark.span.count == 1 else { return false }
    let left = before[before.count - 2]
    guard left.span.end == mark.span.start else { return false }
    let leftIsNumber = left.kind == .number
    switch bytes[mark.span.start] {
    case UInt8(ascii: ":"):
      return leftIsNumber && isNumber && end - start == 2 && (left.span.count <= 2 || holds(left, ":", bytes))
    case UInt8(ascii: "/"): return leftIsNumber && isNumber && end - start <= 4 && left.span.count <= 5
    case UInt8(ascii: "-"):
      if leftIsNumber && isNumber { return holds(left, "-", bytes) || isDigitBehindHyphen(end, bytes) }
      return left.kind == .word && bytes[start] &- UInt8(ascii: "a") < 26 && left.span.count <= 7
        && affixes.contains(WordHash.of(bytes, left.span.start, left.span.end))
        && !touchesWord(before.count - 2, before)
    case UInt8(ascii: "&"):
      return end - start <= 3 && isCapitals(start, end, bytes) && left.span.count <= 3
        && isCapitals(left.span.start, left.span.end, bytes)
    default: return false
    }
  }

  /// Whether the mark `#` right before a word makes it a topic: nothing stands before it.
  static func isTopic(_ before: [Piece], _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let mark = before.last, mark.span.end == start, mark.span.count == 1 else { return false }
    guard (bytes[start] | 0x20) &- UInt8(ascii: "a") < 26 else { return false }
    return mark.span.start == 0 || bytes[mark.span.start - 1] <= 0x20
      || bytes[mark.span.start - 1] == UInt8(ascii: "(")
  }

  private static func holds(_ token: Piece, _ mark: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    token.span.range.contains { bytes[$0] == UInt8(ascii: mark) }
  }

  private static func isDigitBehindHyphen(_ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    end + 1 < bytes.count && bytes[end] == UInt8(ascii: "-") && bytes[end + 1] &- UInt8(ascii: "0") < 10
  }

  private static func touchesWord(_ index: Int, _ tokens: [Piece]) -> Bool {
    index > 0 && tokens[index - 1].span.end == tokens[index].span.start
  }

  private static func isCapitals(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (start..<end).allSatisfy { bytes[$0] &- UInt8(ascii: "A") < 26 }
  }
}
