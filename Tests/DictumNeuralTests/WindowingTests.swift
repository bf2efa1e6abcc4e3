import DictumKit
import Testing

@testable import DictumNeural

@Suite struct WindowingTests {
  /// Words of the given numbers of pieces.
  private func words(_ counts: [Int]) -> [EncodedWord] {
    var start = 0
    return counts.enumerated().map { index, count in
      defer { start += count }
      return EncodedWord(
        span: TextSpan(start: index * 2, end: index * 2 + 1),
        shape: .lower,
        pieces: start..<start + count
      )
    }
  }

  private func pieces(_ words: [EncodedWord], _ range: Range<Int>) -> Int {
    words[range].reduce(0) { $0 + $1.pieces.count }
  }

  @Test func windowsHoldWholeSentences() {
    let windows = Windowing(capacity: 10).windows(words([2, 2, 3, 3, 4, 1]), sentences: [0..<2, 2..<4, 4..<6])
    #expect(windows.map(\.words) == [0..<4, 4..<6])
  }

  @Test func emptySentencesMakeNoWindow() {
    #expect(Windowing(capacity: 10).windows([], sentences: [0..<0, 0..<0]).isEmpty)
    #expect(Windowing(capacity: 10).windows(words([1]), sentences: [0..<0, 0..<1, 1..<1]).count == 1)
  }

  @Test func aLongSentenceIsCutAtWordsWithOverlap() {
    let all = words((0..<50).map { 1 + $0 % 3 })
    let windows = Windowing(capacity: 20).windows(all, sentences: [0..<2, 2..<48, 48..<50])
    #expect(windows.flatMap { Array($0.kept) } == Array(0..<50))
    for window in windows {
      #expect(pieces(all, window.words) <= 20)
      #expect(window.words.contains(window.kept.lowerBound) && window.kept.upperBound <= window.words.upperBound)
    }
    let cut = windows.dropFirst().dropLast()
    #expect(cut.count > 1)
    for (left, right) in zip(cut, cut.dropFirst()) {
      #expect(left.words.upperBound > right.words.lowerBound, "they overlap")
      #expect(left.kept.upperBound < left.words.upperBound || right.kept.lowerBound > right.words.lowerBound)
    }
  }

  @Test func eachWordHasItsBestContext() {
    let all = words([Int](repeating: 1, count: 60))
    let windows = Windowing(capacity: 16).windows(all, sentences: [0..<60])
    for word in 0..<60 {
      let context = windows.filter { $0.words.contains(word) }.map { window in
        let before = window.words.lowerBound == 0 ? 60 : word - window.words.lowerBound
        let after = window.words.upperBound == 60 ? 60 : window.words.upperBound - 1 - word
        return (kept: window.kept.contains(word), least: min(before, after))
      }
      let best = context.map(\.least).max() ?? 0
      #expect(context.contains { $0.kept && $0.least >= best - 1 }, "word \(word)")
    }
  }

  @Test func aWordThatFillsAWindowGoesOn() {
    let all = words([10, 10, 10])
    let windows = Windowing(capacity: 10).windows(all, sentences: [0..<3])
    #expect(windows.flatMap { Array($0.kept) } == [0, 1, 2])
  }
}
