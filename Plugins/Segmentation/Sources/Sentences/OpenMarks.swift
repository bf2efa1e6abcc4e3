internal import DictumKit

/// The quote marks and brackets that are open at a place; they are forgotten at a blank line.
struct OpenMarks {
  var straight = false
  var curly = 0
  var brackets = 0

  /// Whether the text is inside double quote marks, as far as its marks tell.
  var isQuote: Bool { straight || curly > 0 }

  /// Takes note of a mark.
  @inline(__always)
  mutating func pass(_ token: Piece, _ bytes: UnsafeBufferPointer<UInt8>) {
    switch bytes[token.span.start] {
    case UInt8(ascii: "\""): straight.toggle()
    case UInt8(ascii: "("), UInt8(ascii: "["): brackets += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): brackets = max(0, brackets - 1)
    case 0xC2 where bytes[token.span.start + 1] == 0xAB: curly += 1
    case 0xC2 where bytes[token.span.start + 1] == 0xBB: curly = max(0, curly - 1)
    case 0xE2:
      let mark = TypographicMark.at(token.span.start, bytes)
      if mark == TypographicMark.leftDouble {
        curly += 1
      } else if mark == TypographicMark.rightDouble {
        curly = max(0, curly - 1)
      }
    default: break
    }
  }
}
