internal import DictumKit

/// Picks the gaps at which an English sentence could end at all.
enum Candidates {
  /// Whether the gap between two tokens is worth a look.
  @inline(__always)
  static func contains(
    _ left: Piece,
    _ right: Piece,
    _ space: GapSpace,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let last = bytes[left.span.end - 1]
    if space == .none { return isTight(left, last, right, bytes) }
    if left.kind != .punctuation && left.kind != .symbol && last != UInt8(ascii: ".") {
      return startsSomething(right, bytes)
    }
    return last != UInt8(ascii: ",") || startsSomething(right, bytes)
  }

  /// Whether the token could be the first of a sentence: not a word in lower case, not a mark that goes on.
  @inline(__always)
  private static func startsSomething(_ token: Piece, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = bytes[token.span.start]
    if first &- UInt8(ascii: "a") < 26 {
      return ItemRule.mayBegin(token, bytes) || AddressRule.isAddress(token, bytes)
    }
    switch first {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "%"), UInt8(ascii: "'"):
      return false
    default: return true
    }
  }

  /// Without white space between: only behind a terminator, and before a word or an opening mark.
  @inline(__always)
  private static func isTight(
    _ left: Piece,
    _ last: UInt8,
    _ right: Piece,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard left.kind == .punctuation else { return false }
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: ")"), 0x80...0xFF:
      break
    default: return false
    }
    if right.kind == .word { return true }
    // A run of straight marks is one thing, however long.
    if last == UInt8(ascii: "\""), bytes[right.span.start] == last { return false }
    switch TokenShape.of(right, bytes) {
    case .opener, .quote, .number: return true
    default: return false
    }
  }
}
