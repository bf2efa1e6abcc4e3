/// Words that are written as one and count as two: can|not, gon|na, do|nt, a|lot, 10|am.
enum FusedWords {
  /// Words of two by where the second begins, counted from the end.
  private static let tails: [UInt32: Int] = {
    var tails: [UInt32: Int] = [:]
    for word in apart3 { tails[WordHash.of(word)] = 3 }
    for word in apart2 { tails[WordHash.of(word)] = 2 }
    return tails
  }()

  private static let apart3: [StaticString] = ["alot", "cannot"]
  private static let apart2: [StaticString] = [
    "gonna", "gotta", "wanna", "outta", "gimme", "lemme", "ive", "youre", "theyre", "arent", "cant", "couldnt", "didnt",
    "doesnt", "dont", "hadnt", "hasnt",
    "havent", "isnt", "shouldnt", "wasnt", "werent", "wont", "wouldnt",
  ]

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

  private static let units: Set<UInt32> = Set(
    (["am", "pm", "m", "k", "bn", "km", "kg", "cm", "mm"] as [StaticString]).map { WordHash.of($0) }
  )

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
