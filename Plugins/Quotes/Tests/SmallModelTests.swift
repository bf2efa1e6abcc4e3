import DictumKit
import DictumTesting
import Quotes
import Segmentation
import Testing

@Suite("quotes, small")
struct SmallModelTests {
  /// The stages with and without what is only thought or wished; reading the model takes a while, so it is done once.
  private static let everything = Result { try stages(speech: false) }
  private static let speechAlone = Result { try stages(speech: true) }

  private static func stages(speech: Bool) throws -> StageRun {
    let resources = Resources()
    var settings = QuotesSettings()
    settings.model = .small
    settings.speech = speech
    return StageRun(
      try SegmentStage(settings: SegmentSettings(), resources: resources),
      try QuotesStage(settings: settings, resources: resources)
    )
  }

  private func run(speech: Bool = false) throws -> StageRun {
    try (speech ? Self.speechAlone : Self.everything).get()
  }

  @Test("direct quotes are what stands between the marks", arguments: QuotesStage.examples)
  func direct(_ example: StageExample) throws {
    let expected = try MarkedText(example.marked)
    let document = try run()(expected.text)
    let found = document[.quotes].filter { $0.kind == .direct }.flatMap { $0.spans.map(\.span) }
    #expect(found == expected.spans("content"))
  }

  @Test(
    "indirect statements with cue and source",
    arguments: [
      "⟦source The mayor⟧ ⟦cue said⟧ ⟦content the bridge would be closed until May⟧.",
      "⟦content The bridge will be closed until May⟧, ⟦source the mayor⟧ ⟦cue said⟧.",
      "⟦cue According to⟧ ⟦source the police⟧, ⟦content two people were injured in the crash⟧.",
      "⟦source Officials⟧ ⟦cue say⟧ ⟦content that the talks will go on⟧.",
    ]
  )
  func indirect(_ marked: String) throws {
    let expected = try MarkedText(marked)
    let document = try run()(expected.text)
    #expect(document.marks(of: .quotes, as: "quote") == expected.marks)
    #expect(document[.quotes].map(\.kind) == [.indirect])
  }

  @Test("a sentence may hold two statements, each with its own source")
  func twoStatements() throws {
    let document = try run()(
      "Ada Okafor said the talks had failed, but Ole Lund argued that both sides had moved closer."
    )
    #expect(document[.quotes].map { $0.source.map { document.text[$0.span] } } == [["Ada Okafor"], ["Ole Lund"]])
    #expect(document[.quotes].map { document.text[$0.cue[0].span] } == ["said", "argued"])
  }

  @Test("what nobody says is no statement", arguments: ["The talks went on for hours.", "It rained.", "", "said"])
  func nothing(_ text: String) throws {
    #expect(try run()(text)[.quotes].isEmpty)
  }

  @Test("speech leaves out what is only wished")
  func speech() throws {
    let text = "The union wants the company to raise wages. The company said it would raise wages in May."
    let document = try run(speech: true)(text)
    #expect(document[.quotes].map { document.text[$0.cue[0].span] } == ["said"])
  }

  @Test("odd text neither crashes nor leaves the text", arguments: OddTexts.all)
  func oddTexts(_ text: String) throws {
    let document = try run()(text)
    for mark in document.marks(of: .quotes, as: "quote") {
      #expect(document.text.isScalarBoundary(mark.span.start) && document.text.isScalarBoundary(mark.span.end))
    }
  }

  @Test("a sentence of cues alone is worked through")
  func flood() throws {
    let document = try run()(String(repeating: "he said that ", count: 3_000))
    #expect(!document[.quotes].isEmpty)
  }
}
