/// A list of English words, looked up by their bytes.
///
/// A list is a text file in `Words/`: a header of lines that begin with `#` (what for, source, licence, date), then one
/// word a line, sorted.
package struct WordList: Sendable {
  /// As the file has them.
  package let words: [String]
  /// Open addressing; 0 is empty.
  private let slots: [UInt64]

  /// A list of words.
  package init(_ words: [String]) {
    self.words = words
    var capacity = 16
    while capacity < words.count * 2 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    for word in words {
      let value = WordKey(word).value
      var slot = Int(truncatingIfNeeded: value) & (capacity - 1)
      while slots[slot] != 0, slots[slot] != value { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = value
    }
    self.slots = slots
  }

  /// The words of an embedded file.
  init(file: [UInt8]) { self.init(Self.lines(of: file)) }

  /// The verbs of an embedded file in all their forms.
  init(verbs file: [UInt8]) { self.init(Self.lines(of: file).flatMap(Inflection.forms)) }

  /// What several lists have together.
  package init(joining lists: WordList...) { self.init(lists.flatMap(\.words)) }

  /// Whether the word is in the list, whatever its case.
  package func contains(_ key: WordKey) -> Bool {
    var slot = Int(truncatingIfNeeded: key.value) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == key.value { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  /// Whether the word is in the list, whatever its case.
  package func contains(_ word: some StringProtocol) -> Bool { contains(WordKey(word)) }

  /// The words with either apostrophe.
  package var spellings: [String] {
    words.flatMap { word in
      word.contains("'") ? [word, String(word.map { $0 == "'" ? "’" : $0 })] : [word]
    }
  }

  /// The lines of a file behind its header.
  static func lines(of file: [UInt8]) -> [String] {
    file.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
