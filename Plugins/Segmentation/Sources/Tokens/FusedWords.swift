internal import DictumEnglish

/// Words that are written as one and count as two: can|not, gon|na, do|nt, a|lot, 10|am.
enum FusedWords {
  /// Words of two by where the second begins, counted from the end.
  private static let tails: [UInt32: Int] = {
    var tails: [UInt32: Int] = [:]
    for halves in WordList.fusedWords.words.map({ $0.split(separator: "|") }) {
      tails[WordHash.of(halves.joined())] = halves[1].utf8.count
    }
    return tails
  }()

  /// The offset at which the second word of `start..<end` begins; nil if it is one.
  @inline(__always)
  static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard end - start >= 3, end - start <= 8 else { return nil }
    // All of them end in “ot”, “nt”, “na”, “ta”, “me”, “ve” or “re”.
    switch (bytes[end - 2] | 0x20, bytes[end - 1] | 0x20) {
    case (UInt8(ascii: "n"), UInt8(ascii: "t")), (UInt8(ascii: "o"), UInt8(ascii: "t")),
      (UInt8(ascii: "n"), UInt8(ascii: "a")), (UInt8(ascii: "t"), UInt8(ascii: "a")),
      (UInt8(ascii: "m"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
      (UInt8(ascii: "r"), UInt8(ascii: "e")):
      return tails[WordHash.of(bytes, start, end)].map { end - $0 }
    default: return nil
    }
  }

  private static let units = WordHash.all(.units)

  /// The offset at which the unit of a number begins, as in “5k”; nil if the word is no number with a unit.
  static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var offset = end
    while offset > start, end - offset < 3, (bytes[offset - 1] | 0x20) &- UInt8(ascii: "a") < 26 { offset -= 1 }
    guard offset > start, offset < end, bytes[offset - 1] &- UInt8(ascii: "0") < 10,
      units.contains(WordHash.of(bytes, offset, end))
    else { return nil }
    let isNumber = (start..<offset).allSatisfy { index in
      bytes[index] &- UInt8(ascii: "0") < 10 || bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",")
    }
    return isNumber ? offset : nil
  }
}
