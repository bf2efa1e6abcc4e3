import CICU
import DictumHash
import DictumKit
import Testing

@testable import Segmentation

@Suite("Sentence rules judged without ICU's iterator")
struct LocalSentenceRulesTests {
  /// At every gap between tokens, the local verdict is ICU's or none at all.
  @Test("agree with ICU on random text", arguments: [1, 2, 3, 4, 5, 6])
  func agree(seed: UInt64) throws {
    let rules = try BreakRules(UBRK_SENTENCE, locale: "en")
    let local = LocalSentenceRules()
    var random = SeededGenerator(seed: seed)
    let pieces = Array("aB1.!?,;:-)(\"'“”’–…  ").map(String.init) + (seed % 2 == 0 ? ["é", "\u{301}", "。"] : [])
    var judged = 0
    for _ in 0..<1500 {
      let count = Int(random.next() % 16)
      let text = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      let tokens = try segmented(text)[.tokens]
      let bytes = Array(text.utf8)
      try bytes.withUnsafeBufferPointer { buffer in
        var icu = SentenceBreaks(buffer, rules: rules, local: nil)
        for (left, right) in zip(tokens, tokens.dropFirst()) {
          let expected = try icu.isBreak(left.span.end, right.span.start)
          guard let verdict = local.isBreak(left.span.end, right.span.start, buffer) else { continue }
          judged += 1
          #expect(verdict == expected, "\(text.debugDescription) at \(left.span.end)")
        }
      }
    }
    #expect(judged > 1000)
  }

  @Test("ICU's list of suppressions is found")
  func suppressions() {
    let list = Suppressions(locale: "en")
    let text = Array("Mr. Xy. ".utf8)
    text.withUnsafeBufferPointer { bytes in
      #expect(list.contains(bytes, 0, 3))
      #expect(!list.contains(bytes, 4, 7))
      #expect(!Suppressions.none.contains(bytes, 0, 3))
    }
  }
}
