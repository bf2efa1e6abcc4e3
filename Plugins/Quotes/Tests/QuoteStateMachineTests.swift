import DictumKit
import DictumTesting
import Foundation
import Testing

@testable import Quotes

@Suite("Quote marks")
struct QuoteStateMachineTests {
  /// Pairs the marks of a text whose paragraphs are parted by blank lines.
  private func machine(_ string: String) -> QuoteStateMachine {
    let text = SourceText(string)
    var paragraphs: [TextSpan] = []
    var start = 0
    for part in string.components(separatedBy: "\n\n") {
      paragraphs.append(TextSpan(start: start, end: start + part.utf8.count))
      start += part.utf8.count + 2
    }
    return QuoteStateMachine(text, paragraphs: paragraphs)
  }

  private func contents(_ string: String) -> [String] {
    let text = SourceText(string)
    return machine(string).quotations.map { $0.content.map { text[$0] }.joined(separator: " | ") }
  }

  @Test(
    "marks pair",
    arguments: [
      ("“One,” she said, “two.”", ["One,", "two."]), ("\"One,\" she said, \"two.\"", ["One,", "two."]),
      ("«Oui», dit-elle.", ["Oui"]), ("»Ja«, sagte sie.", ["Ja"]), ("„Ja“, sagte sie.", ["Ja"]),
      ("``One,'' she said.", ["One,"]), ("「はい」と述べた。", ["はい"]), ("He said 'yes' twice.", ["yes"]),
      ("‘Yes,’ he said.", ["Yes,"]), ("(“aside”)", ["aside"]), ("word—“quote”—word", ["quote"]),
    ]
  )
  func pairs(_ text: String, _ expected: [String]) { #expect(contents(text) == expected) }

  @Test("a quotation inside belongs to the content around it")
  func nested() {
    #expect(contents("“He said, ‘We won,’ and left.”") == ["He said, ‘We won,’ and left."])
    #expect(contents("\"He said, 'We won,' and left.\"") == ["He said, 'We won,' and left."])
    #expect(contents("‘He said, “We won,” and left.’") == ["He said, “We won,” and left."])
  }

  @Test("apostrophes, primes and inches are no quote marks")
  func apostrophes() {
    #expect(contents("It's the ministers' plan; rock ’n’ roll of the ’90s, y’all.").isEmpty)
    #expect(contents("“It’s the ministers’ plan,” she said.") == ["It’s the ministers’ plan,"])
    #expect(contents("‘It is the ministers’ plan,’ she said.") == ["It is the ministers’ plan,"])
  }

  @Test("marks that open again at each paragraph make one quotation")
  func reopened() {
    #expect(contents("“One.\n\n“Two.\n\n“Three,” he said.") == ["One. | Two. | Three,"])
    #expect(contents("\"One.\n\n\"Two,\" he said.") == ["One. | Two,"])
    #expect(machine("“One.\n\n“Two,” he said.").diagnostics.isEmpty)
  }

  @Test("a mark that opens again behind a sentence goes on with the quotation")
  func opensAgain() {
    #expect(contents("“We won. “We are glad,” she said.") == ["We won. “We are glad,"])
    #expect(contents("“We won.” “We are glad,” she said.") == ["We won.", "We are glad,"])
  }

  @Test("an unclosed mark is reported where it stands and costs its paragraph only")
  func unclosed() {
    let text = "He said “and never stopped.\n\nShe shrugged. “Fine,” she said."
    #expect(machine(text).diagnostics.map(\.code) == [.unclosedQuoteMark])
    #expect(contents(text).last == "Fine,")
    #expect(contents("A “lost mark “found” here.") == ["found"])
    #expect(machine("Lost” here.").diagnostics.map(\.code) == [.strayQuoteMark])
  }

  @Test("any sequence of marks gives ordered, separate quotations inside the text")
  func properties() {
    let pieces = ["“", "”", "\"", "'", "‘", "’", "«", "»", "a", "s’ b", " ", "\n\n", ".", "😀", "``", "''"]
    var state: UInt64 = 1
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int((state >> 33) % UInt64(pieces.count))]
      }
      let source = SourceText(text)
      var end = 0
      for quotation in machine(text).quotations {
        #expect(quotation.opening.start >= end)
        for span in quotation.content {
          #expect(span.start >= quotation.opening.end && span.end <= source.count && !span.isEmpty)
          #expect(source.isScalarBoundary(span.start) && source.isScalarBoundary(span.end))
        }
        end = quotation.extent.end
      }
    }
  }
}
