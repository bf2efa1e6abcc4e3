import DictumKit
import DictumTesting
import Testing

@testable import DictumEnglish

@Suite("given names")
struct GivenNamesTests {
  private func sex(_ marked: String) throws -> Int {
    let marked = try MarkedText(marked)
    var document = Document(id: "d", text: SourceText(marked.text))
    var tokens: [Token] = []
    var start = 0
    for word in document.text[TextSpan(start: 0, end: document.text.count)].split(separator: " ") {
      tokens.append(Token(span: TextSpan(start: start, end: start + word.utf8.count), kind: .word))
      start += word.utf8.count + 1
    }
    document[.tokens] = tokens
    document[.sentences] = [Sentence(id: "s0", span: TextSpan(start: 0, end: document.text.count), paragraph: 0)]
    return Reading(document).sexOfGivenName(marked.marks[0].span)
  }

  @Test("a full name says it, a surname or a name of both does not")
  func names() throws {
    #expect(try sex("yesterday ⟦n Mary Holm⟧ spoke") > 0)
    #expect(try sex("yesterday ⟦n Peter Holm⟧ spoke") < 0)
    #expect(try sex("yesterday ⟦n Mary⟧ spoke") == 0)
    #expect(try sex("yesterday ⟦n Robin Holm⟧ spoke") == 0)
  }
}
