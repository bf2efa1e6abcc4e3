import DictumKit
import DictumTesting
import Foundation
import Quotes
import Segmentation
import Testing

@Suite("quotes")
struct QuotesStageTests {
  private static let rules = {
    var settings = QuotesSettings()
    settings.model = .rules
    return settings
  }()

  private func run(_ settings: QuotesSettings = rules) throws -> StageRun {
    let resources = Resources()
    return StageRun(
      try SegmentStage(settings: SegmentSettings(), resources: resources),
      try QuotesStage(settings: settings, resources: resources)
    )
  }

  @Test("finds what its examples show", arguments: QuotesStage.examples)
  func examples(_ example: StageExample) throws {
    #expect(try run().difference(example, .quotes, label: "quote") == nil)
  }

  /// Each text with the resolver that has to decide.
  @Test(
    "sources and cues",
    arguments: [
      ("“⟦content We are tired,⟧” ⟦source Hugh Hill, a doctor⟧, ⟦cue said⟧.", "cue-after"),
      ("“⟦content Will it rain?⟧” ⟦source he⟧ ⟦cue asked⟧ the clerk.", "cue-after"),
      ("“⟦content It is over,⟧” ⟦cue said⟧ ⟦source a woman from Leeds⟧ in tears.", "cue-after-inverted"),
      ("In a letter, ⟦source the bank⟧ ⟦cue wrote⟧: “⟦content We regret the error.⟧”", "cue-before"),
      ("⟦source Mr. Sato⟧ ⟦cue said⟧ on Monday, “⟦content No decision has been made.⟧”", "cue-before"),
      ("According to ⟦source the ministry⟧, “⟦content supplies are safe until spring.⟧”", "according-to"),
      ("“⟦content Spectrum belongs to the people we serve.⟧” — ⟦source Commissioner Ida Holm⟧", "dash-after"),
      ("⟦source HOLM⟧: “⟦content That is not what I asked you.⟧”", "speaker-label"),
      (
        "“⟦content We won,⟧” ⟦source Ann Lee⟧ ⟦cue said⟧. “⟦content We are very glad about it.⟧”", "cue-after"
      ),
      ("“⟦content The bridge is safe,⟧” ⟦source Rep. Mia Holm (D-Ohio)⟧ ⟦cue said⟧ Friday.", "cue-after"),
    ]
  )
  func attributes(_ marked: String, _ by: String) throws {
    let expected = try MarkedText(marked.replacingOccurrences(of: "According to ⟦", with: "⟦cue According to⟧ ⟦"))
    let document = try run()(expected.text)
    #expect(document.marks(of: .quotes, as: "quote") == expected.marks)
    #expect(document[.quotes].map(\.by) == [by])
    #expect(document[.quotes].map(\.kind) == [.direct])
  }

  @Test(
    "what is not said is not a statement",
    arguments: [
      "The so-called “experts” were wrong.", "She sang “Yesterday” and left.", "William “Bill” Clinton arrived.",
      "The word ‘austerity’ was avoided.", "No marks at all.", "",
    ]
  )
  func notStatements(_ text: String) throws {
    #expect(try run()(text)[.quotes].isEmpty)
  }

  @Test("the sample article's two direct quotes have their sources")
  func sampleArticle() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Examples/trilateral.txt").path
    let document = try run()(try String(contentsOfFile: path, encoding: .utf8))
    let quotes = document[.quotes]
    #expect(quotes.map { document.text[$0.source[0].span] } == ["Secretary Blinken", "he"])
    #expect(quotes.map { document.text[$0.cue[0].span] } == ["said", "added"])
    #expect(document.text[quotes[0].spans[0].span].hasPrefix("The US and Japan share a deep commitment"))
    #expect(quotes.flatMap(\.sentences).count == 2)
  }

  /// Each statement as `source: its parts`.
  private func statements(_ text: String) throws -> [String] {
    let document = try run()(text)
    return document[.quotes].map { quote in
      let source = quote.source.map { document.text[$0.span] }.joined(separator: " ")
      return source + ": " + quote.spans.map { document.text[$0.span] }.joined(separator: " + ")
    }
  }

  @Test(
    "a quotation may end behind its mark, or with marks of its own",
    arguments: [
      ("“We cannot afford this”, Holm said.", "Holm: We cannot afford this"),
      ("\"We will not go on like this\", said Ann Lee.", "Ann Lee: We will not go on like this"),
      ("“They told us, ‘Go home.’” Holm said.", "Holm: They told us, ‘Go home.’"),
      ("“[These] rules will help us,” Holm said.", "Holm: [These] rules will help us,"),
    ]
  )
  func endings(_ text: String, _ expected: String) throws { #expect(try statements(text) == [expected]) }

  @Test("a turn goes on through paragraphs that each open anew, also where only the last is closed")
  func paragraphs() throws {
    #expect(
      try statements(
        "“We are tired,” Holm said.\n\n“We have waited for a year.\n\n“Now we want the bridge.”\n\nIt rained."
      ) == ["Holm: We are tired,", "Holm: We have waited for a year. + Now we want the bridge."]
    )
  }

  @Test("an agency behind the last quotation has not said it")
  func agency() throws {
    #expect(
      try statements("“We are tired,” Holm told Reuters. “We want to go home now.” - Reuters")
        == ["Holm: We are tired, + We want to go home now."]
    )
  }

  @Test("a source that ends in -ly is whole")
  func family() throws {
    #expect(try statements("“We are tired of this,” the family said.") == ["the family: We are tired of this,"])
    #expect(try statements("“We are tired of this,” she bitterly said.") == ["she: We are tired of this,"])
  }

  @Test("a second cue begins a statement of its own")
  func addingLater() throws {
    #expect(
      try statements("“We cannot afford this,” Holm said, adding later, “We will pay for the road ourselves.”")
        == ["Holm: We cannot afford this,", "Holm: We will pay for the road ourselves."]
    )
  }

  @Test("what follows a phrase in marks goes on with that phrase's speaker, not with the one before")
  func speakerOfAPhrase() throws {
    let found = try statements(
      "“I will not follow a script,” Renata Berg said. The meeting was “too short,” Ole Lund added. “We need another day.”"
    )
    #expect(found == ["Renata Berg: I will not follow a script,", "Ole Lund: We need another day."])
  }

  @Test("a turn does not go on across a sentence of the author's")
  func interrupted() throws {
    let text =
      "“We are ready,” Holm said. The hall was empty by then. Nobody listened. “Let us all go home now, please.”"
    #expect(try statements(text) == ["Holm: We are ready,", ": Let us all go home now, please."])
  }

  @Test("turns of a transcript end with their paragraph, with or without marks")
  func transcript() throws {
    let text = """
      “BERG: Will the mayor be there? I want to ask you.

      “HOLM: The mayor will be at the bridge tomorrow.

      BERG: Thank you for your time.

      The bridge was closed.
      """
    #expect(
      try statements(text) == [
        "BERG: Will the mayor be there? I want to ask you.", "HOLM: The mayor will be at the bridge tomorrow.",
        "BERG: Thank you for your time.",
      ]
    )
    #expect(try statements("OSLO: The bridge was closed on Monday.") == [])
  }

  @Test("odd text neither crashes nor leaves the text", arguments: OddTexts.all)
  func oddTexts(_ text: String) throws {
    let document = try run()(text)
    for mark in document.marks(of: .quotes, as: "quote") {
      #expect(document.text.isScalarBoundary(mark.span.start) && document.text.isScalarBoundary(mark.span.end))
    }
  }

  @Test("a flood of marks is reported in a few lines, and the text after it is analysed")
  func flood() throws {
    let document = try run()(String(repeating: "“ a ", count: 5_000) + "\n\n“We won,” Ann said.")
    #expect(document.diagnostics.count <= 21)
    #expect(document[.quotes].last.map { document.text[$0.source[0].span] } == "Ann")
  }

  @Test("unattributed statements can be left out")
  func unattributed() throws {
    let text = "“Nobody knows who said these words here.”"
    #expect(try run()(text)[.quotes].map(\.by) == ["unattributed"])
    var settings = Self.rules
    settings.unattributed = false
    #expect(try run(settings)(text)[.quotes].isEmpty)
  }
}
