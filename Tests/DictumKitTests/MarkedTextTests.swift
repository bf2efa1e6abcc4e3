import DictumKit
import DictumTesting
import Testing

@Suite("Marked text")
struct MarkedTextTests {
  @Test("marks are taken out and their places kept, nested ones too")
  func parses() throws {
    let marked = try MarkedText("⟦sentence “⟦content Ünder⟧” ⟦source she⟧ said.⟧")
    #expect(marked.text == "“Ünder” she said.")
    let text = SourceText(marked.text)
    #expect(marked.spans("content").map { text[$0] } == ["Ünder"])
    #expect(marked.spans("source").map { text[$0] } == ["she"])
    #expect(marked.spans("sentence") == [text.span])
    #expect(MarkedText.render(marked.text, marked.marks) == "⟦sentence “⟦content Ünder⟧” ⟦source she⟧ said.⟧")
  }

  @Test("unbalanced markers are refused", arguments: ["⟦a b", "a⟧", "⟦ b⟧"])
  func refuses(_ marked: String) {
    #expect(throws: MarkedTextError.self) { try MarkedText(marked) }
  }
}
