// What an ASCII byte is. Bytes of longer UTF-8 sequences are none of it.

extension UInt8 {
  /// A to Z.
  @inlinable public var isASCIICapital: Bool { self &- 0x41 < 26 }

  /// a to z.
  @inlinable public var isASCIISmall: Bool { self &- 0x61 < 26 }

  /// A to Z and a to z.
  @inlinable public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// 0 to 9.
  @inlinable public var isASCIIDigit: Bool { self &- 0x30 < 10 }

  /// A capital letter as a small one; anything else stays.
  @inlinable public var lowercasedASCII: UInt8 { isASCIICapital ? self | 0x20 : self }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The scalar that begins at `offset` of valid UTF-8, and its width in bytes.
  @inlinable public func scalar(at offset: Int) -> (scalar: UInt32, width: Int) {
    let lead = UInt32(self[offset])
    func tail(_ distance: Int) -> UInt32 { UInt32(self[offset + distance] & 0x3F) }
    switch lead {
    case 0..<0x80: return (lead, 1)
    case 0xC0..<0xE0: return ((lead & 0x1F) << 6 | tail(1), 2)
    case 0xE0..<0xF0: return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    case 0xF0...: return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    default: return (0xFFFD, 1)
    }
  }
}
