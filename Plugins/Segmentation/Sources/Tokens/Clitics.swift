/// Splits clitics off words by the conventions of the Penn Treebank (Marcus et al. 1993): do|n't, it|'s, Japan|’s,
/// they|'ll.
///
/// Names such as O'Brien and words such as ma'am stay whole, and so does "cannot", which has no mark to split at.
enum Clitics {
  /// The offset at which the clitic of the word at `start..<end` begins; nil if it has none.
  static func split(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var apostrophe = end - 2
    let lowest = max(start + 1, end - 5)
    while apostrophe >= lowest {
      // A byte order mark inside a word counts as white space; a token must not end with one.
      if bytes[apostrophe - 1] == 0xBF { return nil }
      if bytes[apostrophe] == UInt8(ascii: "'") {
        return split(bytes, start, end, apostrophe: apostrophe, width: 1)
      }
      if TypographicMark.at(apostrophe, bytes) == TypographicMark.rightSingle {
        return split(bytes, start, end, apostrophe: apostrophe, width: 3)
      }
      apostrophe -= 1
    }
    return nil
  }

  private static func split(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int,
    apostrophe: Int,
    width: Int
  ) -> Int? {
    let suffix = apostrophe + width
    if isSuffix(bytes, suffix, end) { return apostrophe }
    let isNot = end - suffix == 1 && bytes[suffix] | 0x20 == UInt8(ascii: "t")
    if isNot, apostrophe - 1 > start, bytes[apostrophe - 2] != 0xBF, bytes[apostrophe - 1] | 0x20 == UInt8(ascii: "n") {
      return apostrophe - 1
    }
    return nil
  }

  /// Whether `start..<end` is what may follow an apostrophe: s, m, d, ll, re, ve.
  static func isSuffix(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    switch end - start {
    case 1:
      let letter = bytes[start] | 0x20
      return letter == UInt8(ascii: "s") || letter == UInt8(ascii: "m") || letter == UInt8(ascii: "d")
    case 2:
      let pair = (bytes[start] | 0x20, bytes[start + 1] | 0x20)
      return pair == (UInt8(ascii: "l"), UInt8(ascii: "l")) || pair == (UInt8(ascii: "r"), UInt8(ascii: "e"))
        || pair == (UInt8(ascii: "v"), UInt8(ascii: "e"))
    default: return false
    }
  }
}
