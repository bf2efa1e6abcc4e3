import DictumHash
import DictumKit
import DictumTesting
import Testing

@testable import Segmentation

/// What must hold of any text.
@Suite("Any text")
struct SegmentPropertyTests {
  /// Every byte that is not white space lies in one token and one sentence; neither begins or ends with white space.
  private func check(_ text: String, locale: String = "en") throws {
    let document = try segmented(text, locale: locale)
    for spans in [document[.sentences].map(\.span), document[.tokens].map(\.span)] {
      var end = 0
      document.text.bytes.withUnsafeBufferPointer { bytes in
        for span in spans {
          #expect(span.start >= end && span.end > span.start)
          var gap = end..<span.start
          trimWhiteSpace(bytes, &gap)
          #expect(gap.isEmpty, "left out: \(gap) of \(text.debugDescription.prefix(200))")
          var inside = span.range
          trimWhiteSpace(bytes, &inside)
          #expect(inside == span.range, "\(text.debugDescription)")
          end = span.end
        }
        var rest = end..<bytes.count
        trimWhiteSpace(bytes, &rest)
        #expect(rest.isEmpty)
      }
      for span in spans {
        #expect(document.text.isScalarBoundary(span.start) && document.text.isScalarBoundary(span.end))
      }
    }
    let tokens = document[.tokens].map(\.span)
    for sentence in document[.sentences] {
      #expect(!tokens.contains { $0.overlaps(sentence.span) && !sentence.span.contains($0) })
    }
  }

  @Test("odd texts", arguments: OddTexts.all)
  func oddTexts(_ text: String) throws {
    try check(text)
    try check(text, locale: "ja")
  }

  @Test("random text", arguments: [11, 12, 13, 14])
  func randomText(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "The", "U.S.", "Mr", ".", "!", "?", "...", "…", "\"", "“", "”", "'", "’s", "n't", "(", ")", "[4]", " ", " ",
      "  ", "\n", "\n\n", "\r\n", "\t", "\u{A0}", "\u{2028}", "\u{FEFF}", "1", "2.5", "http://x.y/z", "www.", "@", "é",
      "e\u{301}", "\u{200D}", "👩‍👩‍👧", "東。", "-", "--", ":", ",", "—", "\u{0}", "_",
    ]
    for _ in 0..<400 {
      let count = Int(random.next() % 30)
      try check((0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined())
    }
  }

  @Test("only white space gives nothing")
  func whiteSpace() throws {
    let document = try segmented(" \n\t\r\n\u{A0}\u{2003}\u{FEFF}\n\n")
    #expect(document[.sentences].isEmpty && document[.tokens].isEmpty)
    #expect(document.has("sentences") && document.has("tokens"))
  }

  @Test(
    "much of the same is cut in linear time",
    arguments: [
      ".", "!", "a", "\"", "”", "( ", ") ", ". ", "A. ", "a.", "1. ", "é", "-", "\n", "a\n", "“ ", "'s", "://", "a://",
      "…", "@", "[1] ", ". 1", "日", "\u{301}", "é.” ", ".)", "aa.Aa", "a\n\n", "www.",
    ]
  )
  func repeated(_ piece: String) throws {
    let text = String(repeating: piece, count: 300_000 / piece.utf8.count)
    let document = try segmented(text)
    #expect(document[.tokens].last?.span.end ?? 0 <= text.utf8.count)
  }
}
