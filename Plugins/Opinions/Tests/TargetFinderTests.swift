import DictumKit
import DictumTesting
import Segmentation
import Testing

@testable import Opinions

@Suite("Targets of statements")
struct TargetFinderTests {
  /// The targets of a text of marked names, taken as one statement by `e9`.
  private func targets(_ marked: String) throws -> [String] {
    let marked = try MarkedText(marked)
    let segment = StageRun(try SegmentStage(settings: SegmentSettings(), resources: Resources()))
    var document = try segment(marked.text)
    document[.mentions] = marked.marks.enumerated().map { index, mark in
      Mention(id: "m\(index)", span: mark.span, type: .location, entity: mark.label)
    }
    let whole = TextSpan(start: 0, end: document.text.count)
    let passage = Passage(id: "q0", spans: [whole], holders: ["e9"], isStatement: true)
    return TargetFinder(document).targets(of: [passage]).compactMap { question in
      guard case .span(let span, let entity) = question.target else { return nil }
      return document.text[span] + (entity.map { " = \($0)" } ?? "")
    }
  }

  @Test("what a statement is about, not what its speaker feels")
  func attitudes() throws {
    #expect(
      try targets("their enduring support for territorial integrity and regional stability")
        == ["territorial integrity", "regional stability"]
    )
    #expect(try targets("the importance of the rules-based order") == ["rules-based order"])
    #expect(try targets("We are grateful and look forward to it.") == [])
    #expect(try targets("He praised the police.") == ["police"])
    #expect(try targets("Nobody should vote for this law.") == ["law"])
    #expect(try targets("the new law fails to protect the children") == ["law", "children"])
    #expect(try targets("a free and prosperous region") == ["prosperous region"])
    #expect(try targets("efforts among like-minded countries") == ["like-minded countries"])
  }

  @Test("names are targets with their entities, and the phrase around them is one more")
  func names() throws {
    let found = try targets("the ⟦e1 US⟧-⟦e2 Japan⟧ alliance, and ⟦e3 Oslo⟧")
    #expect(found == ["US = e1", "US-Japan alliance", "Japan = e2", "Oslo = e3"])
    #expect(try targets("the ⟦e1 US⟧-⟦e2 Japan Alliance⟧") == ["US = e1", "US-Japan Alliance", "Japan Alliance = e2"])
    #expect(try targets("thank the city of ⟦e1 Oslo⟧").contains("Oslo = e1"))
  }

  @Test("nobody takes a stand toward themselves")
  func ownName() throws {
    #expect(try targets("⟦e9 Holm⟧ likes ⟦e1 Oslo⟧").filter { $0.contains("=") } == ["Oslo = e1"])
  }

  @Test("odd text neither crashes nor leaves the text", arguments: OddTexts.all)
  func oddTexts(_ text: String) throws {
    _ = try targets(text)
  }
}
