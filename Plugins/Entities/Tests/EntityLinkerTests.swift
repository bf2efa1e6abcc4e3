import DictumKit
import DictumTesting
import Testing

@testable import Entities

@Suite("Joining names")
struct EntityLinkerTests {
  /// Links the mentions of a marked text, whose labels are types, and returns each entity's names.
  private func entities(_ marked: String) throws -> [[String]] {
    let marked = try MarkedText(marked)
    let text = SourceText(marked.text)
    var mentions = try marked.marks.enumerated().map { index, mark in
      Mention(id: "m\(index)", span: mark.span, type: try #require(EntityType(rawValue: mark.label)))
    }
    let entities = try EntityLinker().link(&mentions, in: text)
    #expect(
      mentions.allSatisfy { mention in entities.contains { $0.id == mention.entity && $0.mentions.contains(mention.id) }
      }
    )
    return entities.map { [$0.name] + $0.aliases }
  }

  @Test("a surname means the person named before, with or without a title")
  func surname() throws {
    let found = try entities(
      "⟦person Ada B. Okafor⟧ met ⟦person Lee⟧. Minister ⟦person Okafor⟧ spoke; ⟦person Okafor⟧’s plan failed."
    )
    #expect(found == [["Ada B. Okafor", "Minister Okafor", "Okafor"], ["Lee"]])
  }

  @Test("names go in either order")
  func eitherOrder() throws {
    #expect(
      try entities("⟦person Sato Yumi⟧ came. ⟦person Sato⟧ left. ⟦person Yumi Sato⟧ wrote.")
        == [["Sato Yumi", "Sato", "Yumi Sato"]]
    )
  }

  @Test("one of several surnames; the first names without what stands behind them")
  func severalSurnames() throws {
    #expect(
      try entities("⟦person Rosa Quiroga Paz⟧ came. ⟦person Quiroga⟧ left.") == [["Rosa Quiroga Paz", "Quiroga"]]
    )
    #expect(
      try entities("⟦person Teye Kwesi Addo III⟧ came. ⟦person Teye Kwesi Addo⟧ left.")
        == [["Teye Kwesi Addo III", "Teye Kwesi Addo"]]
    )
    #expect(
      try entities("⟦person Rosa Quiroga Paz⟧ and ⟦person Juan Quiroga Gil⟧ came. ⟦person Quiroga⟧ left.")
        == [["Rosa Quiroga Paz"], ["Juan Quiroga Gil"], ["Quiroga"]]
    )
  }

  @Test("namesakes stay apart; a bare surname means the one named last")
  func namesakes() throws {
    let found = try entities(
      "⟦person Hillary Clinton⟧ and ⟦person Bill Clinton⟧ came. ⟦person Clinton⟧ spoke. ⟦person Hillary Clinton⟧ listened."
    )
    #expect(found == [["Hillary Clinton"], ["Bill Clinton", "Clinton"]])
  }

  @Test("an acronym means the name before its parenthesis")
  func acronym() throws {
    #expect(
      try entities("⟦location Republic of Korea⟧ (⟦location ROK⟧) and the ⟦location ROK⟧ again")
        == [["Republic of Korea", "ROK"]]
    )
    #expect(
      try entities("⟦location Tokyo⟧ (⟦organization TDI⟧) is no definition") == [["Tokyo"], ["TDI"]]
    )
  }

  @Test("an acronym may stand before the parenthesis that defines it")
  func laterDefinition() throws {
    #expect(
      try entities("Japan-⟦organization ROK⟧ relations; the ⟦location Republic of Korea⟧ (⟦location ROK⟧)")
        == [["Republic of Korea", "ROK"]]
    )
  }

  @Test("a country's code means the country")
  func countries() throws {
    #expect(
      try entities("The ⟦location United States⟧, the ⟦location U.S.⟧ and the ⟦location US⟧")
        == [["United States", "U.S.", "US"]]
    )
    #expect(try entities("⟦location UK⟧ and ⟦location United Kingdom⟧") == [["United Kingdom", "UK"]])
  }

  @Test("a body's first word means the body; another body with other words does not")
  func bodies() throws {
    #expect(
      try entities(
        "⟦organization Amnesty International⟧ said. ⟦organization Amnesty⟧ and ⟦organization United Nations⟧"
      )
        == [["Amnesty International", "Amnesty"], ["United Nations"]]
    )
  }

  @Test("dates and sums are never joined")
  func dates() throws {
    #expect(try entities("⟦date Monday⟧ and ⟦date Monday⟧") == [["Monday"], ["Monday"]])
  }
}
