import DictumEnglish
import DictumKit
import DictumTesting
import Testing

@testable import Entities

@Suite("What stands for a name")
struct ReferenceTests {
  @Test("a role stands for whoever was introduced with it, before the name or with a comma")
  func roles() throws {
    let texts = [
      "⟦sentence Foreign Minister of Peru ⟦e0 Ana Ruiz⟧ spoke.⟧ ⟦sentence The Foreign Minister of Peru left.⟧",
      "⟦sentence Minister of Trade, ⟦e0 Ana Ruiz⟧, spoke.⟧ ⟦sentence The Minister of Trade left.⟧",
    ]
    let found = try texts.map { try RoleResolver().found(in: MarkedNames($0)) }
    #expect(found == [["Foreign Minister of Peru e0"], ["Minister of Trade e0"]])
  }

  @Test("a role without a department, and one that nobody was introduced with, stand for nobody")
  func openRoles() throws {
    let texts = [
      "⟦sentence Minister ⟦e0 Ana Ruiz⟧ spoke.⟧ ⟦sentence The Minister left.⟧",
      "⟦sentence Minister of Trade ⟦e0 Ana Ruiz⟧ spoke.⟧ ⟦sentence The Minister of Health left.⟧",
    ]
    for text in texts { #expect(try RoleResolver().found(in: MarkedNames(text)).isEmpty) }
  }

  @Test("“they” after a sentence about several people stands for each of them")
  func joint() throws {
    let text = try MarkedNames("⟦sentence ⟦e0 Ana Ruiz⟧ and ⟦e1 Bo Berg⟧ met.⟧ ⟦sentence They agreed.⟧")
    #expect(text.words(JointPronouns().mentions(in: text.reading, people: text.names)) == ["They e0", "They e1"])
  }

  @Test(
    "“they” after one person, after people whom nothing joins, and within a sentence stands for no list",
    arguments: [
      "⟦sentence ⟦e0 Ana Ruiz⟧ came.⟧ ⟦sentence They agreed.⟧",
      "⟦sentence ⟦e0 Ana Ruiz⟧ met ⟦e1 Bo Berg⟧.⟧ ⟦sentence They agreed.⟧",
      "⟦sentence ⟦e0 Ana Ruiz⟧ and ⟦e1 Bo Berg⟧ met.⟧ ⟦sentence Then they agreed.⟧",
    ]
  )
  func notJoint(_ marked: String) throws {
    let text = try MarkedNames(marked)
    #expect(JointPronouns().mentions(in: text.reading, people: text.names).isEmpty)
  }

  @Test("a title of the other sex keeps a name from a pronoun")
  func titles() throws {
    let text = try MarkedNames("⟦sentence Mrs. ⟦e0 Ruiz⟧ met Sir ⟦e1 Bo Berg⟧ and ⟦e2 Kim⟧.⟧ ⟦sentence He left.⟧")
    let nearby = NearbyNames(text.names, in: text.reading)
    let place = try #require(try text.span(of: "He"))
    #expect(nearby.candidates(for: .he, at: place) == [2, 1])
    #expect(nearby.candidates(for: .she, at: place) == [2, 0])
    #expect(nearby.pronounRuledOut(byTitleOf: 0) == .he && nearby.pronounRuledOut(byTitleOf: 1) == .she)
    #expect(nearby.pronounRuledOut(byTitleOf: 2) == nil)
  }

  @Test("a name behind a pronoun is a candidate unless the pronoun is the subject that opens the sentence")
  func behind() throws {
    let possessive = try MarkedNames("⟦sentence In his speech, ⟦e0 Bo Berg⟧ thanked them.⟧")
    let subject = try MarkedNames("⟦sentence But he thanked ⟦e0 Bo Berg⟧.⟧")
    for (text, word, expected) in [(possessive, "his", [0]), (subject, "he", [])] {
      let place = try #require(try text.span(of: word))
      #expect(NearbyNames(text.names, in: text.reading).candidates(for: .he, at: place) == expected)
    }
  }

  @Test("one pronoun that disagrees with the others about a person gives way, and a title outweighs one")
  func agreement() {
    var agreement = GenderAgreement()
    agreement.count(.she, for: "e0", 0.9)
    #expect(!agreement.allows(.he, for: "e0") && agreement.allows(.she, for: "e0"))
    // As often the one as the other: nothing is ruled out.
    agreement.count(.he, for: "e0", 0.9)
    #expect(agreement.allows(.he, for: "e0") && agreement.allows(.she, for: "e0"))
    agreement.count(.he, for: "e1", 0.9)
    agreement.countTitle(against: .he, for: "e1")
    #expect(!agreement.allows(.he, for: "e1") && agreement.allows(.she, for: "e1"))
    // “It” and “they” say nothing of a person.
    agreement.count(.they, for: "e2", 1)
    #expect(agreement.allows(.he, for: "e2") && agreement.allows(.she, for: "e2") && agreement.allows(.it, for: "e1"))
  }
}

extension RoleResolver {
  fileprivate func found(in text: MarkedNames) -> [String] { text.words(mentions(in: text.reading, names: text.names)) }
}
