/// FNV-1a with 64 bits (Fowler, Noll, Vo): the same for every run and machine, unlike `Hasher`.
public struct StableHash: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  /// Mixes in the text and its end.
  public mutating func combine(_ text: String) {
    for byte in text.utf8 { mix(byte) }
    mix(0xFF)
  }

  /// Mixes in bytes.
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { mix(byte) }
  }

  /// Mixes in the bytes of an array: the same as for any sequence, without the cost of a generic call a byte.
  public mutating func combine(_ bytes: [UInt8]) {
    for byte in bytes { mix(byte) }
  }

  private mutating func mix(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// The hash as a number.
  public var value: UInt64 { state }

  /// Sixteen hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
