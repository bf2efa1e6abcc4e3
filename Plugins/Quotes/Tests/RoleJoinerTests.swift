import DictumEnglish
import DictumKit
import DictumTesting
import Testing

@testable import Quotes

@Suite("Joining roles")
struct RoleJoinerTests {
  /// Joins the marked contents, cues and sources of a text of marked sentences, and writes each attribution as
  /// `source / cue / content + content`.
  private func joined(_ marked: String) throws -> [String] {
    let marked = try MarkedText(marked)
    let text = SourceText(marked.text)
    func spans(_ label: String) -> [RoleSpan] { marked.spans(label).map { RoleSpan(span: $0, confidence: 0.9) } }
    var document = Document(id: "d", text: text)
    document[.sentences] = marked.spans("s").enumerated().map {
      Sentence(id: "s\($0.offset)", span: $0.element, paragraph: 0)
    }
    let roles = RoleSpans(contents: spans("content"), cues: spans("cue"), sources: spans("source"))
    let reading = Reading(document)
    let repaired = ContentRepair(reading).repaired(roles)
    return RoleJoiner(repaired, reading).joined().map { joined in
      let contents = joined.contents.map { text[$0.span] }.joined(separator: " + ")
      return "\(joined.source.map { text[$0.span] } ?? "-") / \(text[joined.cue.span]) / \(contents)"
    }
  }

  @Test("cue and source of the same sentence, on either side of the content")
  func sameSentence() throws {
    #expect(
      try joined(
        "⟦s ⟦source Ann⟧ ⟦cue denied⟧ ⟦content the report⟧.⟧ ⟦s ⟦content It rained⟧, ⟦source Bo⟧ ⟦cue recalled⟧.⟧"
      )
        == ["Ann / denied / the report", "Bo / recalled / It rained"]
    )
  }

  @Test("a content in two parts around its cue is one statement")
  func twoParts() throws {
    #expect(
      try joined("⟦s ⟦content The road⟧, ⟦source Ann⟧ ⟦cue said⟧, ⟦content is closed⟧.⟧") == [
        "Ann / said / The road + is closed"
      ]
    )
  }

  @Test("contents far apart are two statements, although one cue must do")
  func farApart() throws {
    let text =
      "⟦s ⟦source Ann⟧ ⟦cue praised⟧ ⟦content the plan⟧ while everybody else in the room kept silent about it and ⟦content the costs⟧.⟧"
    #expect(try joined(text) == ["Ann / praised / the plan", "Ann / praised / the costs"])
  }

  @Test("a hole of a word in a content is closed")
  func hole() throws {
    #expect(
      try joined("⟦s ⟦source Ann⟧ ⟦cue feared⟧ ⟦content that they⟧ faced ⟦content no threat⟧.⟧")
        == ["Ann / feared / that they faced no threat"]
    )
  }

  @Test("a second cue after “and” begins a second statement")
  func secondCue() throws {
    #expect(
      try joined("⟦s ⟦source Ann⟧ ⟦cue mocked⟧ ⟦content the deal and ⟦cue demanded⟧ new tariffs on steel⟧.⟧")
        == ["Ann / mocked / the deal", "Ann / demanded / new tariffs on steel"]
    )
  }

  @Test("a content without any cue near is nobody's statement")
  func alone() throws {
    #expect(try joined("⟦s ⟦content Nobody came⟧.⟧").isEmpty)
  }
}
