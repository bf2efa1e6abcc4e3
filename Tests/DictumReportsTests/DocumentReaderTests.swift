import DictumKit
import DictumReports
import Testing

@Suite("Reading documents")
struct DocumentReaderTests {
  private func read(_ json: String, _ layers: [any Layer] = StandardLayers.all) throws -> Document {
    try DocumentReader(layers: layers).document(from: Array(json.utf8), fallbackID: "line-1")
  }

  private func code(_ json: String) -> DiagnosticCode? {
    let error = #expect(throws: DictumError.self) { try read(json) }
    return error?.diagnostics.first?.code
  }

  @Test("an article's fields are carried along")
  func article() throws {
    let document = try read(#"{"text": "Hello", "title": "T", "date": "2026-01-02", "url": "u", "id": 7, "extra": []}"#)
    #expect(document.id == "7")
    #expect(document.metadata == Metadata(title: "T", date: "2026-01-02", url: "u"))
    #expect(try read(#"{"text": ""}"#).id == "line-1")
  }

  @Test("a lone surrogate is replaced and reported; a pair is a character")
  func surrogates() throws {
    let document = try read(#"{"text": "a\ud83d b \ude00 \ud83d\ude00 \\ud83d"}"#)
    #expect(document.text[document.text.span] == "a\u{FFFD} b \u{FFFD} 😀 \\ud83d")
    #expect(document.diagnostics.map(\.code) == [.replacedSurrogate])
    #expect(document.diagnostics.first?.message == "2 lone surrogates replaced by U+FFFD")
    #expect(try read(#"{"text": "\ud83d"}"#).text.count == 3)
  }

  @Test("a report of a later version is refused, an earlier one and an article with such a field are read")
  func versions() throws {
    #expect(code(#"{"report": 3, "text": "a"}"#) == .invalidDocument)
    #expect(try read(#"{"report": 1, "text": "a"}"#).text.count == 1)
    #expect(try read(#"{"report": "of 2024", "text": "a"}"#).text.count == 1)
  }

  @Test("what is no document is refused")
  func refusals() {
    #expect(code("{") == .malformedJSON)
    #expect(code("[]") == .malformedJSON)
    #expect(code("") == .malformedJSON)
    #expect(code(#"{"text": "a", "text": "b"}"#) == .malformedJSON)
    #expect(code(#"{"id": "a"}"#) == .invalidDocument)
    #expect(code(#"{"text": 3}"#) == .invalidDocument)
    #expect(code(#"{"text": "a", "title": 3}"#) == .invalidDocument)
  }

  @Test("layers are read in the unit that the object names")
  func units() throws {
    let layer = #""sentences": [{"id": "s0", "start": 2, "end": 3, "paragraph": 0}]"#
    let scalars = try read(#"{"text": "😀 é", \#(layer)}"#)
    #expect(scalars[.sentences].first.map { scalars.text[$0.span] } == "é")
    let utf16 = try read(#"{"text": "😀 é", "offsets": "utf-16", \#(layer)}"#)
    #expect(utf16[.sentences].first.map { utf16.text[$0.span] } == " ")
  }

  @Test("spans outside the text and records in another shape are refused with their path")
  func badLayers() {
    for layer in [
      #""sentences": [{"id": "s0", "start": 0, "end": 9}]"#, #""sentences": [{"id": "s0"}]"#, #""sentences": {}"#,
      #""sentences": [3]"#, #""mentions": [{"id": "m0", "start": 0, "end": 1, "type": "animal"}]"#,
      #""quotes": [{"spans": [{"start": 1, "end": 0}]}]"#, #""sentences": [{"start": -1, "end": 1}]"#,
    ] {
      #expect(code(#"{"text": "a", \#(layer)}"#) == .invalidLayer)
    }
    #expect(code(#"{"text": "a", "offsets": "bytes", "sentences": []}"#) == .invalidLayer)
  }

  @Test("layers that nobody asked for are left alone")
  func notAsked() throws {
    #expect(try !read(#"{"text": "a", "sentences": "whatever"}"#, []).has("sentences"))
  }
}
