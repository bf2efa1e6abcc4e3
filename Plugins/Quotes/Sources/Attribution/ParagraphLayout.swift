import DictumKit

/// Where sentences and paragraphs lie.
struct ParagraphLayout {
  let sentences: [Sentence]
  /// The paragraphs' spans (UTF-8), in order.
  let paragraphs: [Span]

  init(_ sentences: [Sentence]) {
    self.sentences = sentences
    var paragraphs: [Span] = []
    var number: Int?
    for sentence in sentences {
      if sentence.paragraph == number {
        paragraphs[paragraphs.count - 1] = paragraphs[paragraphs.count - 1].union(sentence.span)
      } else {
        paragraphs.append(sentence.span)
        number = sentence.paragraph
      }
    }
    self.paragraphs = paragraphs
  }

  /// The sentences that a span touches, as indices.
  func sentences(touching span: Span) -> Range<Int> {
    let lower = partition { $0.span.end <= span.start }
    let upper = partition { $0.span.start < span.end }
    return lower..<max(lower, upper)
  }

  /// The paragraph that holds an offset, as an index; the last one before it when it lies between two.
  func paragraph(at offset: Int) -> Int {
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The number of leading sentences for which the predicate holds.
  private func partition(_ belongs: (Sentence) -> Bool) -> Int {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if belongs(sentences[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
