import DictumKit
import DictumTesting
import Testing

@testable import Quotes

@Suite("Who speaks in a source's phrase")
struct SpeakerLinkerTests {
  @Test(
    "the head speaks, or its apposition",
    arguments: [
      ("⟦person Smith⟧'s spokeswoman, ⟦person Ann Lee⟧", ["Ann Lee"]), ("⟦person Smith⟧’s lawyer", []),
      ("the ⟦person Smith⟧ administration", []), ("the pro-⟦person Smith⟧ group", []),
      ("the ⟦person Smith⟧ Administration", []),
      ("former aides to ⟦person Smith⟧", []), ("a spokesman for ⟦person Smith⟧, ⟦person Bo Ek⟧", ["Bo Ek"]),
      ("⟦person Smith⟧ campaign manager ⟦person Ann Lee⟧", ["Ann Lee"]),
      ("⟦person Ann Lee⟧, a spokeswoman for ⟦person Smith⟧", ["Ann Lee"]),
      ("both ⟦person Ann⟧ and ⟦person Bo⟧", ["Ann", "Bo"]), ("⟦person Ann Lee⟧ of the union", ["Ann Lee"]),
    ]
  )
  func heads(_ marked: String, _ expected: [String]) throws {
    let marked = try MarkedText(marked)
    var document = Document(id: "d", text: SourceText(marked.text))
    document[.mentions] = marked.spans("person").map {
      Mention(id: "", span: $0, type: .person, entity: marked.text.isEmpty ? nil : document.text[$0])
    }
    #expect(SpeakerLinker(document).speakers(of: [TextPart(document.text.span)]) == expected)
  }
}
