import DictumKit
import DictumReports
import DictumTesting
import Foundation
import Testing

@Suite("Reports")
struct ReportTests {
  private func writer(_ layout: ReportLayout = .ndjson, _ options: ReportOptions = ReportOptions()) -> ReportWriter {
    ReportWriter(
      run: RunDescription(pipeline: ("test", "0"), models: [], layers: StandardLayers.all),
      options: options,
      layout: layout
    )
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// A document with one record of every standard layer over its whole text.
  private func filled(_ string: String) -> Document {
    var document = Document(id: "d", text: SourceText(string))
    let span = document.text.span
    document[.sentences] = [Sentence(id: "s0", span: span, paragraph: 0)]
    document[.mentions] = [Mention(id: "m0", span: span, type: .person, entity: "e0", confidence: 0.12345)]
    document[.entities] = [Entity(id: "e0", type: .person, name: string, mentions: ["m0"])]
    var quote = Quote()
    quote.id = "q0"
    quote.spans = [TextPart(span)]
    quote.source = [TextPart(span)]
    document[.quotes] = [quote]
    return document
  }

  @Test("text[start..<end] is the record's text in every unit", arguments: OddTexts.all, OffsetUnit.allCases)
  func offsetsMeanText(_ string: String, _ unit: OffsetUnit) throws {
    let inner = "before 😀e\u{301} "
    var document = filled(inner + string)
    let span = TextSpan(start: inner.utf8.count, end: inner.utf8.count + string.utf8.count)
    document[.mentions] = [Mention(id: "m0", span: span, type: .person)]
    var options = ReportOptions()
    options.offsets = unit
    let report = try object(writer(.ndjson, options).report(on: document))
    let text = try #require(report["text"] as? String)
    let mention = try #require((report["mentions"] as? [[String: Any]])?.first)
    let start = try #require(mention["start"] as? Int)
    let end = try #require(mention["end"] as? Int)
    let slice: String
    switch unit {
    case .utf8: slice = String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
    case .utf16: slice = String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
    case .unicodeScalar: slice = String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
    }
    #expect(Array(slice.unicodeScalars) == Array(string.unicodeScalars))
    // Foundation's parser drops a U+FEFF that begins a string, so it is left out of this comparison.
    let shown = try #require(mention["text"] as? String)
    #expect(
      String(shown.unicodeScalars.drop { $0 == "\u{FEFF}" }) == String(slice.unicodeScalars.drop { $0 == "\u{FEFF}" })
    )
  }

  @Test("a report read back gives the same document", arguments: OddTexts.all.filter { !$0.isEmpty })
  func roundTrip(_ string: String) throws {
    let document = filled(string)
    let report = writer().report(on: document)
    let again = try DocumentReader(layers: StandardLayers.all).document(from: report, fallbackID: "x")
    #expect(again.id == "d")
    #expect(again.text == document.text)
    #expect(again[.sentences] == document[.sentences])
    #expect(again[.quotes] == document[.quotes])
    #expect(writer().report(on: again) == report)
  }

  @Test("an absent layer was not run, an empty one found nothing")
  func absence() throws {
    var document = Document(id: "d", text: SourceText("x"))
    document[.quotes] = []
    let report = try object(writer(.lines).report(on: document))
    #expect(report["quotes"] as? [String] == [])
    #expect(report["mentions"] == nil)
    #expect(report["report"] as? Int == 2)
    #expect(report["title"] is NSNull)
  }

  @Test("both layouts hold the same, and NDJSON has one line")
  func layouts() throws {
    let document = filled("Ann said “yes”.\n")
    let lines = writer(.lines).report(on: document)
    let ndjson = writer(.ndjson).report(on: document)
    #expect(try NSDictionary(dictionary: object(lines)) == NSDictionary(dictionary: object(ndjson)))
    #expect(ndjson.filter { $0 == 0x0A }.count == 1)
    #expect(lines.filter { $0 == 0x0A }.count > 10)
  }

  @Test("the committed schema is the one that the types describe")
  func schemaIsFresh() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Docs/report.schema.json").path
    let committed = try Data(contentsOf: URL(fileURLWithPath: path))
    // Compared before it is expected: a failure would print every byte.
    let isFresh = Array(committed) == ReportSchema.json(layers: StandardLayers.all)
    #expect(isFresh, "run `make docs`")
  }
}
