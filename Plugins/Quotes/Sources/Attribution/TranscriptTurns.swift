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
    let source: Span
    let content: Span
    /// The index of its paragraph.
    let paragraph: Int
  }

  /// In text order; none where the text is no transcript.
  let turns: [Turn]

  init(_ document: Document, _ layout: ParagraphLayout) {
    let tokens = TokenSequence(document)
    let found = layout.paragraphs.indices.compactMap { index in
      Self.turn(tokens.indices(in: layout.paragraphs[index]), tokens, index)
    }
    // Two names, or one that comes back: an interview's questions may stand without a label.
    turns = found.count >= Self.fewestTurns ? found : []
  }

  private static func turn(_ range: Range<Int>, _ tokens: TokenSequence, _ paragraph: Int) -> Turn? {
    var start = range.lowerBound
    while start < range.upperBound, start < range.lowerBound + 2, !tokens.isWord(start) { start += 1 }
    var end = start
    while end < range.upperBound, end - start < longestName, isShouted(tokens.word(end)) { end += 1 }
    guard end > start, end + 2 < range.upperBound, tokens.word(end) == ":" else { return nil }
    guard let source = tokens.span(start..<end) else { return nil }
    var last = range.upperBound
    while last > end + 1, !tokens.isWord(last - 1), ["\"", "”", "“"].contains(tokens.word(last - 1)) { last -= 1 }
    return tokens.span(end + 1..<last).map { Turn(source: source, content: $0, paragraph: paragraph) }
  }

  private static func isShouted(_ word: String) -> Bool {
    let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
    return letters.allSatisfy(\.properties.isUppercase) && (letters.count > 1 || word.hasSuffix("."))
  }

  /// The turns as direct quotes without ids.
  func quotes(_ layout: ParagraphLayout, _ speakers: SpeakerLinker) -> [Quote] {
    turns.map { turn in
      var quote = Quote()
      quote.kind = .direct
      quote.spans = [TextPart(turn.content)]
      quote.source = [TextPart(turn.source)]
      quote.speakers = speakers.speakers(of: quote.source)
      quote.sentences = layout.sentences(touching: turn.content).map { layout.sentences[$0].id }
      quote.confidence = 0.9
      quote.by = "transcript-turn"
      return quote
    }
  }
}
