/// Words with what each stands for, two a line of a text file in `Words/`: “better good”.
package struct WordPairs: Sendable {
  private let values: [String: String]

  /// The pairs of an embedded file.
  init(file: [UInt8]) {
    values = Dictionary(
      WordList.lines(of: file).map { $0.split(separator: " ").map(String.init) }.map { ($0[0], $0[1]) }
    ) { first, _ in first }
  }

  /// What a word stands for, given in lower case; nil for one that is not listed.
  package subscript(word: String) -> String? { values[word] }

  /// What titles are short for: “senator” for “sen”.
  package static let titleAbbreviations = WordPairs(file: PackageResources.title_abbreviations_txt)
}
