import DictumEnglish
import DictumKit
import DictumTesting
import Testing

@testable import Entities

@Suite("One name, one type, wherever it stands")
struct ConsistencyTests {
  /// A text whose marks are labelled by type; the confidences are those given, in text order.
  private func mentions(_ marked: String, _ confidences: [Double]) throws -> (document: Document, found: [Mention]) {
    let marked = try MarkedText(marked)
    var document = Document(id: "d", text: SourceText(marked.text))
    document[.tokens] = document.text.simpleTokens
    let found = try zip(marked.marks, confidences).enumerated().map { index, pair in
      let type = try #require(EntityType(rawValue: pair.0.label))
      return Mention(id: "m\(index)", span: pair.0.span, type: type, confidence: pair.1)
    }
    return (document, found)
  }

  private func echoes(_ marked: String, _ confidences: [Double]) throws -> [String] {
    let (document, found) = try mentions(marked, confidences)
    return NameEcho().completed(found, in: Reading(document)).map { "\(document.text[$0.span]) \($0.type.rawValue)" }
  }

  private func types(_ marked: String, _ confidences: [Double]) throws -> [EntityType] {
    let (document, found) = try mentions(marked, confidences)
    return TypeVote().agreed(found, in: document.text).map(\.type)
  }

  @Test("a name that is sure is found wherever else it stands, and is less sure there")
  func echo() throws {
    #expect(
      try echoes("Acme grew. ⟦organization Acme⟧ rose. Then Acme fell.", [0.9])
        == ["Acme organization", "Acme organization", "Acme organization"]
    )
    let (document, found) = try mentions("⟦organization Acme⟧ rose. Then Acme fell.", [0.9])
    let completed = NameEcho().completed(found, in: Reading(document))
    #expect(completed[1].confidence < completed[0].confidence)
  }

  @Test("a name that is not sure, a date, and a word that stands in lower case, too, are not looked for")
  func noEcho() throws {
    #expect(try echoes("⟦organization Acme⟧ rose. Then Acme fell.", [0.7]) == ["Acme organization"])
    #expect(try echoes("⟦date Friday⟧ came. Then Friday went.", [0.9]) == ["Friday date"])
    #expect(try echoes("⟦organization Apple⟧ rose. Apple or no apple.", [0.9]) == ["Apple organization"])
  }

  @Test("of a longer name and a shorter one at one place the longer is found, and none overlaps a mention")
  func longest() throws {
    #expect(
      try echoes("⟦person Ann Lee⟧ met ⟦person Ann⟧. Ann Lee left.", [0.9, 0.9])
        == ["Ann Lee person", "Ann person", "Ann Lee person"]
    )
    #expect(
      try echoes("⟦person Ann⟧ met ⟦organization Ann Lee Ltd⟧.", [0.9, 0.9]) == [
        "Ann person", "Ann Lee Ltd organization",
      ]
    )
  }

  @Test("mentions of one name agree on the type of which they are surest together")
  func vote() throws {
    #expect(
      try types("⟦organization Oslo⟧ won, ⟦location Oslo⟧ lost, ⟦location Oslo⟧ drew.", [0.8, 0.6, 0.6])
        == [.location, .location, .location]
    )
    #expect(
      try types("⟦organization Oslo⟧ won, ⟦location Oslo⟧ lost, ⟦location Oslo⟧ drew.", [0.9, 0.4, 0.4])
        == [.organization, .organization, .organization]
    )
  }

  @Test("a person's full name speaks for its parts, what is spelled out for its acronym, and dates stay dates")
  func voteOfOthers() throws {
    #expect(
      try types("⟦person Ann Paris⟧ and ⟦person Bo Paris⟧ came. ⟦location Paris⟧ left.", [0.9, 0.9, 0.5])
        == [.person, .person, .person]
    )
    #expect(
      try types("⟦organization World Trade Forum⟧ (⟦location WTF⟧)", [0.9, 0.9]) == [.organization, .organization]
    )
    #expect(try types("⟦date May⟧ and ⟦person May⟧ and ⟦person May⟧", [0.5, 0.9, 0.9]) == [.date, .person, .person])
  }

  @Test("mentions of one type with nothing between them are one, as sure as the least sure")
  func touching() throws {
    let (document, found) = try mentions("⟦money £⟧⟦money 420⟧ and ⟦money 5⟧ ⟦money 6⟧", [0.9, 0.6, 0.9, 0.9])
    let joined = found.joiningTouching()
    #expect(joined.map { document.text[$0.span] } == ["£420", "5", "6"])
    #expect(joined[0].confidence == 0.6)
  }
}
