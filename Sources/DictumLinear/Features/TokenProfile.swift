package import DictumKit

/// What a token looks like: hashes of its forms, computed once and shared by the templates of its neighbours.
package struct TokenProfile {
  /// The token as written.
  package private(set) var exact = FeatureHash()
  /// In lower case (ASCII letters; others stay).
  package private(set) var lower = FeatureHash()
  /// Upper case X, lower case x, digit 0, other bytes themselves; runs are cut to two.
  package private(set) var shape = FeatureHash()
  /// The first one to four bytes in lower case.
  package private(set) var prefixes = [4 of FeatureHash](repeating: FeatureHash())
  /// The last one to four bytes in lower case.
  package private(set) var suffixes = [4 of FeatureHash](repeating: FeatureHash())
  /// The number of prefixes and suffixes that the token is long enough for.
  package private(set) var affixes = 0
  package private(set) var isCapitalised = false
  package private(set) var isAllCapitals = false
  package private(set) var isWord = false

  /// The profile of a token of a text.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, _ token: Token) {
    isWord = token.kind == .word
    let range = token.span.range
    let count = range.count
    affixes = min(4, count)
    var capitals = 0
    var letters = 0
    var last: UInt8 = 0
    var run = 0
    for (position, index) in range.enumerated() {
      let byte = bytes[index]
      let folded = byte.lowercasedASCII
      exact.add(byte)
      lower.add(folded)
      if position < 4 { prefixes[position] = lower }
      let isUpper = byte != folded || (byte == 0xC3 && index + 1 < range.upperBound && bytes[index + 1] < 0x9F)
      if isUpper { capitals += 1 }
      if isUpper || byte.isASCIISmall || byte >= 0xC0 { letters += 1 }
      if position == 0 { isCapitalised = isUpper }
      let kind = Self.shape(byte, isUpper)
      run = kind == last ? run + 1 : 1
      last = kind
      if run <= 2 { shape.add(kind) }
    }
    var suffix = FeatureHash()
    for length in 0..<affixes {
      suffix.add(bytes[range.upperBound - 1 - length].lowercasedASCII)
      suffixes[length] = suffix
    }
    isAllCapitals = letters > 1 && capitals == letters
  }

  private static func shape(_ byte: UInt8, _ isUpper: Bool) -> UInt8 {
    if isUpper { return UInt8(ascii: "X") }
    if byte.isASCIIDigit { return UInt8(ascii: "0") }
    return byte.isASCIISmall || byte >= 0x80 ? UInt8(ascii: "x") : byte
  }
}
