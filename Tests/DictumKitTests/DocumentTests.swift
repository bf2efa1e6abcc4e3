import DictumKit
import DictumTesting
import Testing

@Suite("What was written into a document")
struct DocumentTests {
  @Test("only what was written since, in the order in which it first was")
  func written() {
    var document = Document(id: "d", text: SourceText("Ann."))
    #expect(document.revisions.isEmpty)
    document[.mentions] = []
    document[.sentences] = []
    let before = document.revisions
    #expect(!before.isEmpty && document.written(since: before).isEmpty)
    document[.quotes] = []
    document[.mentions] = []
    #expect(document.written(since: before) == ["mentions", "quotes"])
  }

  @Test("a layer that was taken away and written again was written")
  func rewritten() {
    var document = Document(id: "d", text: SourceText("Ann."))
    document[.mentions] = []
    let before = document.revisions
    document.remove("mentions")
    document[.mentions] = []
    #expect(document.written(since: before) == ["mentions"])
  }
}
