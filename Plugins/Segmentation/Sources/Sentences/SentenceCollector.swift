internal import DictumKit

/// Makes the layer's records.
struct SentenceCollector: SentenceSink {
  private let tokens: UnsafeBufferPointer<Token>
  private(set) var sentences: [Sentence] = []
  private var paragraph = 0

  init(_ tokens: UnsafeBufferPointer<Token>, capacity: Int) {
    self.tokens = tokens
    sentences.reserveCapacity(capacity)
  }

  mutating func sentence(_ range: ClosedRange<Int>, endsParagraph: Bool) {
    let span = tokens[range.lowerBound].span.union(tokens[range.upperBound].span)
    sentences.append(Sentence(id: "s\(sentences.count)", span: span, paragraph: paragraph))
    if endsParagraph { paragraph += 1 }
  }
}
