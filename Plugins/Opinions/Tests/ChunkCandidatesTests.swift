import DictumEnglish
import DictumKit
import DictumTesting
import Segmentation
import Syntax
import Testing

@testable import Opinions

/// With the weights of `syntax-small`.
@Suite("candidates from noun chunks")
struct ChunkCandidatesTests {
  private func candidates(_ text: String) throws -> [String] {
    let resources = Resources()
    var small = SyntaxSettings()
    small.model = .small
    let document = try StageRun(
      try SegmentStage(settings: SegmentSettings(), resources: resources),
      try SyntaxStage(settings: small, resources: resources)
    )(text)
    return ChunkCandidates(document).candidates(in: 0..<document[.tokens].count).map { document.text[$0] }
  }

  @Test("a thing is named without article and possessor, and the possessor is a thing of its own")
  func names() throws {
    #expect(try candidates("The council rejected the mayor's new budget.") == ["council", "mayor", "new budget"])
    #expect(
      try candidates("Norway's parliament backed a ban on plastic bags.") == [
        "Norway", "parliament", "ban", "plastic bags",
      ]
    )
    #expect(try candidates("He blamed her plan and thanked them.") == ["He", "plan", "them"])
  }

  @Test("verbs and attitudes in other words are none")
  func verbs() throws {
    #expect(try candidates("Nobody wants to go on like this.").contains("go") == false)
  }

  @Test("odd text neither crashes nor leaves the text, and no two candidates overlap", arguments: OddTexts.all)
  func oddTexts(_ text: String) throws { _ = try candidates(text) }
}
