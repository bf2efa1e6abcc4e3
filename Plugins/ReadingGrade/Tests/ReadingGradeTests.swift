import DictumKit
import DictumTesting
import Segmentation
import Testing

@testable import ReadingGrade

@Suite("reading-grade")
struct ReadingGradeTests {
  private func run(_ settings: ReadingGradeSettings = ReadingGradeSettings()) throws -> StageRun {
    try StageRun(SegmentStage.self).then(ReadingGradeStage.self, settings, of: ReadingGradePlugin.plugin)
  }

  @Test("finds what its examples show", arguments: ReadingGradeStage.examples)
  func examples(_ example: StageExample) throws {
    let difference = try run().difference(example, .readingGrades, label: "grade")
    #expect(difference == nil)
  }

  @Test("long words in long sentences get a higher grade")
  func orders() throws {
    let easy = "The dog ran to the gate. The man had a red hat, and he sat on the wall."
    let hard =
      "Notwithstanding considerable international disagreement, representatives of participating administrations "
      + "unanimously recommended comprehensive regulatory harmonisation."
    let grades = try run()("\(easy)\n\n\(hard)")[.readingGrades]
    #expect(grades.count == 2)
    #expect(grades[0].grade < 4 && grades[1].grade > 16)
    #expect(grades.map(\.sentences) == [2, 1])
    #expect(grades.map(\.paragraph) == [0, 1])
  }

  @Test("words is the length from which a paragraph counts")
  func words() throws {
    var settings = ReadingGradeSettings()
    settings.words = 2
    let example = StageExample("⟦grade We won.⟧", "two words")
    #expect(try run(settings).difference(example, .readingGrades, label: "grade") == nil)
  }

  @Test(
    "syllables",
    arguments: [("cat", 1), ("late", 1), ("table", 2), ("talked", 1), ("wanted", 2), ("minister", 3), ("voices", 2)]
  )
  func syllables(_ word: String, _ count: Int) { #expect(Syllables.count(Array(word.utf8)) == count) }

  @Test("no text breaks it", arguments: OddTexts.all)
  func oddTexts(_ text: String) throws { _ = try run()(text) }
}
