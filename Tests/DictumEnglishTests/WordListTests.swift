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
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/DictumEnglish/Words")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
    #expect(files.count > 30)
    for file in files {
      let lines = try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n")
      let header = lines.prefix { $0.hasPrefix("#") }.joined(separator: " ")
      for part in ["Source:", "Licence:", "Date:"] { #expect(header.contains(part), "\(file)") }
      let words = lines.drop { $0.hasPrefix("#") }.map { Array($0.utf8) }
      #expect(zip(words, words.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }, "\(file)")
    }
  }
}
