import DictumHash

/// A word without regard to case: a hash of its bytes in lower case (ASCII letters; others stay), in which “’” is “'”.
///
/// Among the words of a language there are no collisions to notice.
package struct WordKey: Hashable, Sendable {
  package let value: UInt64

  /// The key of a word's UTF-8 bytes.
  @inlinable
  package init(_ bytes: some Sequence<UInt8>) {
    var hash = StableHash()
    // The bytes E2 80 of a “’” wait until the third says whether it is one.
    var held = 0
    for byte in bytes {
      switch (held, byte) {
      case (0, 0xE2), (1, 0x80): held += 1
      case (2, 0x99):
        hash.combine(UInt8(ascii: "'"))
        held = 0
      default:
        if held > 0 { hash.combine(0xE2) }
        if held > 1 { hash.combine(0x80) }
        held = 0
        hash.combine(byte.lowercasedASCII)
      }
    }
    if held > 0 { hash.combine(0xE2) }
    if held > 1 { hash.combine(0x80) }
    value = hash.value
  }

  /// The key of a word.
  package init(_ word: some StringProtocol) { self.init(word.utf8) }
}
