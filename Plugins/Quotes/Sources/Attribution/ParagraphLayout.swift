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

  /// The spans of the paragraphs but those of some indices, which are in order.
  func paragraphs(without indices: [Int]) -> [Span] {
    guard !indices.isEmpty else { return paragraphs }
    let left = Set(indices)
    return paragraphs.indices.filter { !left.contains($0) }.map { paragraphs[$0] }
  }

  /// The sentences that a span touches, as indices.
  func sentences(touching span: Span) -> Range<Int> {
    let lower = sentences.partitioningIndex { $0.span.end > span.start }
    let upper = sentences.partitioningIndex { $0.span.start >= span.end }
    return lower..<max(lower, upper)
  }

  /// The paragraph that holds an offset, as an index; the last one before it when it lies between two.
  func paragraph(at offset: Int) -> Int {
    max(0, paragraphs.partitioningIndex { $0.start > offset } - 1)
  }
}
