/// Recognises web addresses, which ICU's word rules cut at every mark.
enum WebAddress {
  /// Whether `://` stands at `offset`.
  static func hasScheme(_ bytes: UnsafeBufferPointer<UInt8>, colon offset: Int) -> Bool {
    offset + 3 < bytes.count && bytes[offset + 1] == UInt8(ascii: "/") && bytes[offset + 2] == UInt8(ascii: "/")
      && bytes[offset + 3] > 0x20
  }

  /// Whether the word at `start..<end` begins with `www.`.
  static func hasHost(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    end - start > 4 && bytes[start] | 0x20 == UInt8(ascii: "w") && bytes[start + 1] | 0x20 == UInt8(ascii: "w")
      && bytes[start + 2] | 0x20 == UInt8(ascii: "w") && bytes[start + 3] == UInt8(ascii: ".")
  }

  /// The end of the address whose start lies before `offset`: white space, a quote mark or a bracket ends it, and the
  /// punctuation at its end is not part of it.
  static func end(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    var end = offset
    var depth = 0
    scan: while end < bytes.count {
      switch bytes[end] {
      case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x7F...0xFF: break scan
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 { break scan }
      default: break
      }
      end += 1
    }
    while end > offset, isTrailing(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
