internal import DictumEnglish

/// A set of words by their hashes, with a filter before it, since most words asked for are not in it.
struct WordSet: Sendable {
  private let hashes: Set<UInt32>
  /// A bit for the last twelve bits of each hash.
  private let filter: [UInt64]

  /// The words, in lower case.
  init(_ words: [String]) {
    hashes = Set(words.map { WordHash.of($0) })
    var filter = [UInt64](repeating: 0, count: 64)
    for hash in hashes { filter[Int(hash >> 6 & 63)] |= 1 << UInt64(hash & 63) }
    self.filter = filter
  }

  /// A list's words.
  init(_ list: WordList) { self.init(list.words) }

  /// Whether a word of that hash is in the set.
  @inline(__always)
  func contains(_ hash: UInt32) -> Bool {
    filter[Int(hash >> 6 & 63)] >> UInt64(hash & 63) & 1 == 1 && hashes.contains(hash)
  }
}
