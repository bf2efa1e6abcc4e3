import DictumEnglish
import DictumKit

/// Turns of a transcript or an interview: paragraphs that begin with a name in capitals and a colon, “WALLACE: …”.
///
/// What is said there stands without marks, or with an opening mark at every paragraph that nothing closes, so these
/// paragraphs are kept from the quote marks.
struct TranscriptTurns {
  /// One paragraph label alone is a heading: “WASHINGTON: …”.
  private static let fewestTurns = 2
  private static let longestName = 4

  /// A turn's label and what is said (UTF-8).
  struct Turn {
    let source: TextSpan
    let content: TextSpan
    /// The index of its paragraph.
    let paragraph: Int
  }

  /// In text order; none where the text is no transcript.
  let turns: [Turn]

  init(_ reading: Reading) {
    let found = reading.paragraphs.indices.compactMap { index in
      Self.turn(reading.tokens(in: reading.paragraphs[index]), reading, index)
    }
    // Two names, or one that comes back: an interview's questions may stand without a label.
    turns = found.count >= Self.fewestTurns ? found : []
  }

  /// The paragraphs that are no turns, in order.
  func paragraphsBeside(_ reading: Reading) -> [TextSpan] {
    let taken = Set(turns.map(\.paragraph))
    return reading.paragraphs.indices.filter { !taken.contains($0) }.map { reading.paragraphs[$0] }
  }

  private static func turn(_ range: Range<Int>, _ reading: Reading, _ paragraph: Int) -> Turn? {
    var start = range.lowerBound
    while start < range.upperBound, start < range.lowerBound + 2, !reading.isWord(start) { start += 1 }
    var end = start
    while end < range.upperBound, end - start < longestName, isShouted(reading.word(end)) { end += 1 }
    guard end > start, end + 2 < range.upperBound, reading.word(end) == ":" else { return nil }
    guard let source = reading.span(start..<end) else { return nil }
    var last = range.upperBound
    while last > end + 1, !reading.isWord(last - 1), ["\"", "”", "“"].contains(reading.word(last - 1)) { last -= 1 }
    return reading.span(end + 1..<last).map { Turn(source: source, content: $0, paragraph: paragraph) }
  }

  private static func isShouted(_ word: String) -> Bool {
    let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.allSatisfy(\.properties.isUppercase) && (letters.count > 1 || word.hasSuffix("."))
  }

  /// The turns as direct quotes without ids.
  func quotes(_ reading: Reading, _ speakers: SpeakerLinker) -> [Quote] {
    turns.map { turn in
      var quote = Quote()
      quote.kind = .direct
      quote.spans = [TextPart(turn.content)]
      quote.source = [TextPart(turn.source)]
      quote.speakers = speakers.speakers(of: quote.source)
      quote.sentences = reading.sentenceIDs(touching: [turn.content])
      quote.confidence = Sureness.labelled
      quote.by = "transcript-turn"
      return quote
    }
  }
}
