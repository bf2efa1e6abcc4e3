/// FNV-1a with 64 bits (Fowler, Noll, Vo): the same for every run and machine, unlike `Hasher`.
///
/// The only one: names of files, pipelines, words and features are all hashed by it. It guards against nothing that means
/// to collide; digests of models are SHA-256.
@frozen package struct StableHash: Hashable, Sendable {
  /// The hash as a number.
  package var value: UInt64

  /// The hash of nothing.
  @inlinable package init() { value = 0xcbf2_9ce4_8422_2325 }

  /// A hash to go on with.
  @inlinable package init(value: UInt64) { self.value = value }

  /// Mixes in a byte.
  @inlinable @inline(__always)
  package mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Mixes in the text and its end.
  package mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte) }
    combine(0xFF)
  }

  /// Mixes in bytes.
  @inlinable package mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(byte) }
  }

  /// Sixteen hexadecimal digits.
  package var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
