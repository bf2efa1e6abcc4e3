import DictumEnglish
import Foundation
import Testing

@Suite struct WordListTests {
  @Test func aWordIsFoundWhateverItsCase() {
    #expect(WordList.titles.contains("Secretary"))
    #expect(WordList.titles.contains("SECRETARY"))
    #expect(!WordList.titles.contains("secret"))
    #expect(!WordList.titles.contains(""))
  }

  @Test func eitherApostropheIsTheSame() {
    #expect(WordList.negators.contains("n't"))
    #expect(WordList.negators.contains("n’t"))
    #expect(WordList.auxiliaries.spellings.contains("’ll"))
    #expect(WordKey("…") != WordKey("'"))
  }

  @Test func verbsAreListedByTheirBaseForm() {
    for form in ["say", "says", "saying", "said", "denies", "admitted"] {
      #expect(WordList.reportingVerbs.contains(form))
    }
  }

  /// A list that is out of order, or says nothing about itself, is hard to keep.
  @Test func everyFileHasAHeaderAndIsSorted() throws {
    for file in try ListFile.all() {
      for part in ["Source:", "Licence:", "Date:"] { #expect(file.header.contains(part), "\(file.name)") }
      let words = file.words.map { Array($0.utf8) }
      #expect(zip(words, words.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }, "\(file.name)")
    }
  }

  @Test("Docs/word-lists.md names every list, what it is for and how many words it has")
  func documented() throws {
    let page = try String(contentsOf: ListFile.root.appending(path: "Docs/word-lists.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
      row.split(separator: "|").prefix(3).map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let files = try ListFile.all().map { ["`\($0.name)`", $0.purpose, "\($0.words.count)"] }
    #expect(rows == files)
  }
}

/// A file of `Words/`.
private struct ListFile {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")

  let name: String
  let header: String
  let words: [Substring]

  /// The header's first sentence.
  var purpose: String { String(header.prefix { $0 != "\n" }.dropFirst(2)) }

  /// All of them, by name.
  static func all() throws -> [ListFile] {
    let folder = root.appending(path: "Sources/DictumEnglish/Words")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { file in
      let lines = try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n")
      return ListFile(
        name: String(file.dropLast(".txt".count)),
        header: lines.prefix { $0.hasPrefix("#") }.joined(separator: "\n"),
        words: Array(lines.drop { $0.hasPrefix("#") })
      )
    }
  }
}
