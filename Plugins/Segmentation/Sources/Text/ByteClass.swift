/// What a byte is to the word scanner; the values of a 256-entry table.
enum ByteClass {
  static let punctuation: UInt8 = 0
  static let letter: UInt8 = 1
  static let digit: UInt8 = 2
  /// `_`, which joins words (UAX #29: ExtendNumLet).
  static let joiner: UInt8 = 3
  /// `.` and `'`: inside a word between two letters, inside a number between two digits (MidNumLetQ).
  static let middle: UInt8 = 4
  /// `,` and `;`: inside a number between two digits (MidNum).
  static let numericMiddle: UInt8 = 5
  static let space: UInt8 = 6
  /// What needs more than one byte to judge, or ICU: bytes above 0x7F, `@` (a letter in some versions of ICU's rules)
  /// ICU's rules).
  static let wide: UInt8 = 7

  /// The classes of all bytes.
  static let table: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
    case UInt8(ascii: "_"): joiner
    case UInt8(ascii: "."), UInt8(ascii: "'"): middle
    case UInt8(ascii: ","), UInt8(ascii: ";"): numericMiddle
    case 0x09...0x0D, 0x20: space
    case UInt8(ascii: "@"), 0x80...0xFF: wide
    default: punctuation
    }
  }
}
