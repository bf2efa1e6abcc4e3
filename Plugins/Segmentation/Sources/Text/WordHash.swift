internal import DictumEnglish

/// A hash of words without regard to ASCII case: FNV-1a over bytes with bit 5 set, folded to the case of letters.
///
/// Equal on every machine and in every run, since the classifier's weights are found by it.
enum WordHash {
  static let seed: UInt32 = 2_166_136_261

  @inline(__always)
  static func adding(_ byte: UInt8, to hash: UInt32) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  /// The hash of a word.
  static func of(_ word: String) -> UInt32 { word.utf8.reduce(seed) { adding(lowercased($1), to: $0) } }

  /// The hashes of a list's words.
  static func all(_ list: WordList) -> Set<UInt32> { Set(list.words.map(of)) }

  /// The hash of the bytes at `start..<end`.
  @inline(__always)
  static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
    var hash = seed
    for offset in start..<end { hash = adding(lowercased(bytes[offset]), to: hash) }
    return hash
  }

  /// A byte with the case of an ASCII letter taken away.
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
