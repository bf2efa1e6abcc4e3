/// The punctuation outside ASCII that English text is full of; all of it is `E2 80 xx` in UTF-8.
///
/// The word scanner judges these marks itself. They are three bytes long.
enum TypographicMark {
  static let enDash: UInt8 = 0x93
  static let emDash: UInt8 = 0x94
  static let leftSingle: UInt8 = 0x98
  static let rightSingle: UInt8 = 0x99
  static let leftDouble: UInt8 = 0x9C
  static let rightDouble: UInt8 = 0x9D
  static let ellipsis: UInt8 = 0xA6

  /// The last byte of the mark at `offset`; 0 if there is none.
  @inline(__always)
  static func at(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    guard bytes[offset] == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return 0 }
    switch bytes[offset + 2] {
    case enDash, emDash, leftSingle, rightSingle, leftDouble, rightDouble, ellipsis: return bytes[offset + 2]
    default: return 0
    }
  }
}
