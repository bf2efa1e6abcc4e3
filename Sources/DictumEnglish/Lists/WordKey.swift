/// A word without regard to case: a hash of its bytes in lower case (ASCII letters; others stay), in which “’” is “'”.
///
/// FNV-1a with 64 bits: among the words of a language there are no collisions to notice.
package struct WordKey: Hashable, Sendable {
  package let value: UInt64

  /// The key of a word's UTF-8 bytes.
  @inlinable
  package init(_ bytes: some Sequence<UInt8>) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    // The bytes E2 80 of a “’” wait until the third says whether it is one.
    var held = 0
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for byte in bytes {
      switch (held, byte) {
      case (0, 0xE2), (1, 0x80): held += 1
      case (2, 0x99):
        add(UInt8(ascii: "'"))
        held = 0
      default:
        if held > 0 { add(0xE2) }
        if held > 1 { add(0x80) }
        held = 0
        add(byte.lowercasedASCII)
      }
    }
    if held > 0 { add(0xE2) }
    if held > 1 { add(0x80) }
    value = hash
  }

  /// The key of a word.
  package init(_ word: some StringProtocol) { self.init(word.utf8) }

  @usableFromInline init(value: UInt64) { self.value = value }
}
