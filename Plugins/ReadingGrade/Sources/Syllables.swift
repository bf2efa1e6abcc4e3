/// Counts syllables of English words by their spelling: groups of vowels, without a silent final e.
enum Syllables {
  /// The number of syllables of a word (UTF-8); at least one.
  static func count(_ word: some BidirectionalCollection<UInt8>) -> Int {
    var groups = 0
    var afterVowel = false
    for byte in word {
      let vowel = isVowel(byte)
      if vowel && !afterVowel { groups += 1 }
      afterVowel = vowel
    }
    return max(1, hasSilentEnd(word) ? groups - 1 : groups)
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// The e of "late", "talked" and "times" is not spoken; that of "table", "wanted" and "voices" is.
  private static func hasSilentEnd(_ word: some BidirectionalCollection<UInt8>) -> Bool {
    let letters = word.suffix(4).map { $0 | 0x20 }
    func ends(_ text: StaticString, from index: Int) -> Bool {
      index >= 0
        && letters[index...].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
    let last = letters.count - 1
    guard last >= 2 else { return false }
    if ends("e", from: last) { return !isVowel(letters[last - 1]) && letters[last - 1] != UInt8(ascii: "l") }
    let before = letters[last - 2]
    if ends("ed", from: last - 1) {
      return before != UInt8(ascii: "t") && before != UInt8(ascii: "d") && !isVowel(before)
    }
    if ends("es", from: last - 1) { return !"csxz".utf8.contains(before) && !isVowel(before) }
    return false
  }
}
