import DictumEnglish
import DictumKit
import DictumTesting
import Segmentation
import Syntax
import Testing

@Suite("syntax")
struct SyntaxStageTests {
  @Test("what the stage reads and writes")
  func contract() {
    let contract = SyntaxStage.contract(for: SyntaxSettings())
    #expect(contract.requires.map(\.name) == ["sentences", "tokens", "encoding"])
    #expect(contract.extends.map(\.name) == ["tokens"] && contract.provides.map(\.name) == ["noun-chunks", "syntax"])
    var small = SyntaxSettings()
    (small.model, small.chunks) = (.small, true)
    let without = SyntaxStage.contract(for: small)
    #expect(without.requires.map(\.name) == ["sentences", "tokens"])
    #expect(without.provides.map(\.name) == ["noun-chunks", "chunks"])
  }

  @Test("without an encoder's vectors the tokens stay as they are")
  func nothing() throws {
    let resources = Resources()
    let document = try StageRun(
      try SegmentStage(settings: SegmentSettings(), resources: resources),
      try SyntaxStage(settings: SyntaxSettings(), resources: resources)
    )("The minister resigned.")
    #expect(document[.tokens].count == 4)
    #expect(document[.tokens].allSatisfy { $0.part == nil && $0.relation == nil && $0.head == nil })
  }

  @Test("a sentence's tokens are those that begin in it")
  func sentences() throws {
    let resources = Resources()
    let document = try StageRun(try SegmentStage(settings: SegmentSettings(), resources: resources))(
      "She left. He stayed here.\n\nNobody knew."
    )
    #expect(document.sentenceTokens == [0..<3, 3..<7, 7..<10])
  }
}
