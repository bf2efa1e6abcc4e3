internal import DictumKit

/// What a token looks like, coarsely.
enum TokenShape: UInt8 {
  case edge
  case lower
  case capitalized
  case upper
  case initial
  case number
  case dotted
  case opener
  case closer
  case quote
  case dash
  case bullet
  case terminator
  case comma
  case other

  /// The shape of a token.
  @inline(__always)
  static func of(_ token: Piece, _ bytes: UnsafeBufferPointer<UInt8>) -> TokenShape {
    let first = bytes[token.span.start]
    if token.kind == .number { return .number }
    if token.kind == .word { return ofWord(token, first, bytes) }
    return ofMark(token, first, bytes)
  }

  @inline(__always)
  private static func ofWord(_ token: Piece, _ first: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> TokenShape {
    let last = bytes[token.span.end - 1]
    if last == UInt8(ascii: ".") { return token.span.count == 2 ? .initial : .dotted }
    if first &- UInt8(ascii: "A") < 26 {
      if token.span.count == 1 { return .initial }
      return bytes[token.span.start + 1] &- UInt8(ascii: "A") < 26 ? .upper : .capitalized
    }
    if first &- UInt8(ascii: "0") < 10 { return .number }
    if first < 0x80 { return .lower }
    return startsUppercase(bytes, at: token.span.start) ? .capitalized : .lower
  }

  @inline(__always)
  private static func ofMark(_ token: Piece, _ first: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> TokenShape {
    switch first {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .terminator
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): return .opener
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"): return .closer
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .quote
    case UInt8(ascii: "-"): return .dash
    case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "~"): return .bullet
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return .comma
    case 0xC2 where bytes[token.span.start + 1] == 0xAB: return .opener
    case 0xC2 where bytes[token.span.start + 1] == 0xBB: return .closer
    case 0xE2 where bytes[token.span.start + 1] != 0x80:
      return isBullet(bytes[token.span.start + 1], bytes[token.span.start + 2]) ? .bullet : .other
    case 0xE2:
      switch bytes[token.span.start + 2] {
      case 0x92...0x95: return .dash
      case TypographicMark.leftSingle, TypographicMark.leftDouble: return .opener
      case TypographicMark.rightSingle, TypographicMark.rightDouble: return .closer
      case 0xA2, 0xA3: return .bullet
      case TypographicMark.ellipsis: return .terminator
      default: return .other
      }
    default: return .other
    }
  }

  /// Whether `E2`, `second`, `third` is one of the marks that items of a list begin with: ⁃, ■ □ ▪ ▫ ► ● ○ ◦, ✓ ✔.
  private static func isBullet(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x81: third == 0x83
    case 0x96: third == 0xA0 || third == 0xA1 || third == 0xAA || third == 0xAB || third == 0xB6 || third == 0xBA
    case 0x97: third == 0x8B || third == 0x8F || third == 0xA6
    case 0x9C: third == 0x93 || third == 0x94
    default: false
    }
  }
}
