import DictumKit

/// Surrounds quotations with the text in which their cues and sources may stand.
struct StatementBuilder {
  private let text: SourceText
  private let tokens: TokenSequence
  private let layout: ParagraphLayout

  init(_ document: Document, _ layout: ParagraphLayout) {
    text = document.text
    tokens = TokenSequence(document)
    self.layout = layout
  }

  /// The statements of the quotations, which must be in text order.
  func statements(_ quotations: [Quotation]) -> [Statement] {
    quotations.indices.map { index in
      statement(
        quotations[index],
        after: index > 0 ? quotations[index - 1].extent.end : 0,
        before: index + 1 < quotations.count ? quotations[index + 1].opening.start : text.count
      )
    }
  }

  private func statement(_ quotation: Quotation, after previous: Int, before next: Int) -> Statement {
    let extent = quotation.extent
    let first = layout.paragraph(at: extent.start)
    let last = layout.paragraph(at: max(extent.start, extent.end - 1))
    let content = quotation.content
    let words = content.reduce(0) { $0 + tokens.wordCount(tokens.indices(in: $1)) }
    let start = content.first.map { tokens.indices(in: $0) } ?? 0..<0
    let after = trailing(extent, next, last)
    return Statement(
      quotation: quotation,
      before: leading(extent, previous, first),
      after: after,
      ending: content.last.map { text.bytes[$0.end - 1] } ?? 0,
      wordCount: words,
      startsCapitalised: start.first.map { tokens.isCapitalised($0) } ?? false,
      isCapitalisedThroughout: content.allSatisfy { isCapitalisedThroughout(tokens.indices(in: $0)) },
      startsParagraph: layout.paragraphs[first].start == extent.start,
      paragraph: last,
      sentences: layout.sentences(touching: tokens.span(after).map(extent.union) ?? extent)
    )
  }

  private func isCapitalisedThroughout(_ range: Range<Int>) -> Bool {
    range.allSatisfy { !tokens.isWord($0) || tokens.span($0).count < 4 || tokens.isCapitalised($0) }
  }

  /// The last byte of the content that is no mark of a quotation inside: “He said, ‘We won.’”
  private func ending(of content: Span) -> UInt8 {
    var end = content.end
    while end > content.start {
      if text.bytes[end - 1] == UInt8(ascii: "'") {
        end -= 1
      } else if end - content.start >= 3, text.bytes[end - 3] == 0xE2, text.bytes[end - 2] == 0x80,
        (0x98...0x9D).contains(text.bytes[end - 1])
      {
        end -= 3
      } else {
        return text.bytes[end - 1]
      }
    }
    return 0
  }

  private func leading(_ extent: Span, _ previous: Int, _ paragraph: Int) -> Range<Int> {
    let sentence = layout.sentences(touching: Span(start: extent.start, end: extent.start + 1)).first
    var start = sentence.map { layout.sentences[$0].span.start } ?? layout.paragraphs[paragraph].start
    if start == extent.start { start = introduction(sentence, extent) }
    start = max(start, previous)
    return start < extent.start ? tokens.indices(in: Span(start: start, end: extent.start)) : 0..<0
  }

  /// A sentence that ends with a colon introduces what follows, in its own paragraph or the next.
  private func introduction(_ sentence: Int?, _ extent: Span) -> Int {
    guard let sentence, sentence > 0 else { return extent.start }
    let introducing = layout.sentences[sentence - 1]
    return text.bytes[introducing.span.end - 1] == UInt8(ascii: ":") ? introducing.span.start : extent.start
  }

  private func trailing(_ extent: Span, _ next: Int, _ paragraph: Int) -> Range<Int> {
    let paragraphEnd = layout.paragraphs[paragraph].end
    guard extent.end < paragraphEnd else { return 0..<0 }
    let rest = layout.sentences(touching: Span(start: extent.end, end: paragraphEnd))
    // The sentence that goes on after the mark, or, where the mark ended one, the sentence after it.
    let sentenceEnd = rest.first { layout.sentences[$0].span.end > extent.end }.map { layout.sentences[$0].span.end }
    let end = min(next, sentenceEnd ?? paragraphEnd)
    return extent.end < end ? tokens.indices(in: Span(start: extent.end, end: end)) : 0..<0
  }
}
