import DictumEnglish
import DictumKit

/// Surrounds quotations with the text in which their cues and sources may stand.
struct StatementBuilder {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// The statements of the quotations, which must be in text order.
  func statements(_ quotations: [Quotation]) -> [Statement] {
    quotations.indices.map { index in
      statement(
        quotations[index],
        after: index > 0 ? quotations[index - 1].extent.end : 0,
        before: index + 1 < quotations.count ? quotations[index + 1].opening.start : reading.text.count
      )
    }
  }

  private func statement(_ quotation: Quotation, after previous: Int, before next: Int) -> Statement {
    let extent = quotation.extent
    let first = reading.paragraph(at: extent.start)
    let last = reading.paragraph(at: max(extent.start, extent.end - 1))
    let content = quotation.content
    let words = content.reduce(0) { $0 + reading.wordCount(reading.tokens(in: $1)) }
    let before = leading(extent, previous, first)
    let after = trailing(extent, next, last)
    let startsCapitalised = content.first.map(reading.beginsSentence) ?? false
    let isCapitalisedThroughout = content.allSatisfy { self.isCapitalisedThroughout(reading.tokens(in: $0)) }
    let isSentence = startsCapitalised && before.isEmpty && words > 3 && !isCapitalisedThroughout
    return Statement(
      quotation: quotation,
      before: before,
      after: after,
      ending: content.last.map { reading.ending(of: $0, in: isSentence ? quotation : nil) } ?? 0,
      wordCount: words,
      startsCapitalised: startsCapitalised,
      isCapitalisedThroughout: isCapitalisedThroughout,
      startsParagraph: reading.paragraphs[first].start == extent.start,
      firstParagraph: first,
      paragraph: last,
      sentences: reading.sentences(touching: reading.span(after).map(extent.union) ?? extent)
    )
  }

  private func isCapitalisedThroughout(_ range: Range<Int>) -> Bool {
    range.allSatisfy { !reading.isWord($0) || reading.span($0).count < 4 || reading.isCapitalised($0) }
  }

  private func leading(_ extent: TextSpan, _ previous: Int, _ paragraph: Int) -> Range<Int> {
    let sentence = reading.sentences(touching: TextSpan(start: extent.start, end: extent.start + 1)).first
    var start = sentence.map { reading.sentences[$0].span.start } ?? reading.paragraphs[paragraph].start
    if start == extent.start { start = introduction(sentence, extent) }
    start = max(start, previous)
    return start < extent.start ? reading.tokens(in: TextSpan(start: start, end: extent.start)) : 0..<0
  }

  /// A sentence that ends with a colon introduces what follows, in its own paragraph or the next.
  private func introduction(_ sentence: Int?, _ extent: TextSpan) -> Int {
    guard let sentence, sentence > 0 else { return extent.start }
    let introducing = reading.sentences[sentence - 1]
    return reading.text.bytes[introducing.span.end - 1] == UInt8(ascii: ":") ? introducing.span.start : extent.start
  }

  private func trailing(_ extent: TextSpan, _ next: Int, _ paragraph: Int) -> Range<Int> {
    let paragraphEnd = reading.paragraphs[paragraph].end
    guard extent.end < paragraphEnd else { return 0..<0 }
    let rest = reading.sentences(touching: TextSpan(start: extent.end, end: paragraphEnd))
    // The sentence that goes on after the mark, or, where the mark ended one, the sentence after it.
    let sentenceEnd = rest.first { reading.sentences[$0].span.end > extent.end }.map { reading.sentences[$0].span.end }
    let end = min(next, sentenceEnd ?? paragraphEnd)
    return extent.end < end ? reading.tokens(in: TextSpan(start: extent.end, end: end)) : 0..<0
  }
}
