import DictumEnglish
import DictumKit

/// Sees to it that contents are whole: a word without quote marks is none, none ends before the noun of its last article or
/// preposition, and the marks around one are no part of it.
struct ContentEdges {
  private static let open: Set<PartOfSpeech> = [.determiner, .adposition]
  /// Of a sentence that begins with so many words before a content’s end, the content has nothing.
  private static let fragment = 3

  /// How many words a place and an agency have at most.
  private static let longestDateline = 12
  private static let longestCredit = 3

  private static let doubleMarks: Set<String> = ["“", "”", "\""]

  private let tree: SyntaxTree?
  private let reading: Reading

  init(_ tree: SyntaxTree?, _ reading: Reading) {
    self.tree = tree
    self.reading = reading
  }

  /// The quote with a whole content; nil where there is nothing of one.
  func repaired(_ quote: Quote) -> Quote? {
    var quote = quote
    quote.spans = quote.spans.map { TextPart(withoutMarks(withoutAgency($0.span))) }
    let words = quote.spans.flatMap { reading.tokens(in: $0.span) }.filter(reading.isWord)
    guard let word = words.last, words.count > 1 || isMarked(word) else { return nil }
    guard words.count > 1, let tree, tree.is(word, Self.open), let noun = tree.head(of: word), noun > word,
      let last = quote.spans.last?.span, let sentence = tree.sentence(of: word)
    else { return quote }
    let tokens = reading.tokens(in: last)
    var repaired = quote
    let begins = sentence.lowerBound
    if word - begins < Self.fragment, begins > tokens.lowerBound, let whole = reading.span(tokens.lowerBound..<begins) {
      repaired.spans[repaired.spans.count - 1] = TextPart(whole)
      return repaired
    }
    let end = max(noun + 1, tree.nounPhrase(of: noun).tokens.upperBound)
    guard end <= sentence.upperBound, let whole = reading.span(tokens.lowerBound..<end),
      !(quote.cue + quote.source).contains(where: { $0.span.overlaps(whole) && !$0.span.overlaps(last) }),
      !(word + 1..<end).contains(where: isMark)
    else { return quote }
    repaired.spans[repaired.spans.count - 1] = TextPart(whole)
    return repaired
  }

  /// A content without the place and the agency before a paragraph’s first words, “LONDON (AP) — The talks …”, or the agency
  /// behind its last: “… will go on. – AFP”.
  private func withoutAgency(_ content: TextSpan) -> TextSpan {
    var tokens = reading.tokens(in: content)
    guard let first = tokens.first, !reading.paragraphs.isEmpty else { return content }
    let paragraph = reading.paragraphs[reading.paragraph(at: content.start)]
    if content.start == paragraph.start,
      let dash = tokens.prefix(Self.longestDateline).first(where: isDash), dash > first, dash + 1 < tokens.upperBound,
      (first..<dash).allSatisfy({ !reading.isWord($0) || isNameOrNumber($0) }),
      (first..<dash).contains(where: reading.isShouted)
    {
      tokens = dash + 1..<tokens.upperBound
    }
    let isAtEnd = paragraph.end <= content.end + 1
    if isAtEnd, let dash = tokens.suffix(Self.longestCredit + 1).last(where: isDash), dash > tokens.lowerBound,
      !reading.isWord(dash - 1), dash + 1 < tokens.upperBound, (dash + 1..<tokens.upperBound).allSatisfy(isNameOrNumber)
    {
      tokens = tokens.lowerBound..<dash
    }
    return reading.span(tokens) ?? content
  }

  private func isDash(_ token: Int) -> Bool { ["—", "–", "―", "-", "--"].contains(reading.word(token)) }

  private func isNameOrNumber(_ token: Int) -> Bool {
    reading.isWord(token) && (reading.isCapitalised(token) || reading.tokens[token].kind == .number)
  }

  /// What stands between the quote marks that a content begins and ends with: “…” and “…”, with the comma behind.
  private func withoutMarks(_ content: TextSpan) -> TextSpan {
    let tokens = reading.tokens(in: content)
    guard let first = tokens.first, var last = tokens.last, Self.doubleMarks.contains(reading.word(first)) else {
      return content
    }
    if reading.is(last, ","), last > first { last -= 1 }
    guard last > first + 1, Self.doubleMarks.contains(reading.word(last)), !(first + 1..<last).contains(where: isMark),
      let inside = reading.span(first + 1..<last)
    else { return content }
    return inside
  }

  private func isMarked(_ word: Int) -> Bool { isMark(word - 1) || isMark(word + 1) }

  private func isMark(_ token: Int) -> Bool {
    token >= 0 && token < reading.count
      && ["“", "”", "\"", "‘", "’", "'", "''", "``", "«", "»"].contains(reading.word(token))
  }
}
