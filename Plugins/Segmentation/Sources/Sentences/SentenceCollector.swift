internal import DictumKit

/// Makes the layer's records.
struct SentenceCollector: SentenceSink {
  private let tokens: UnsafeBufferPointer<Piece>
  private(set) var sentences: [Sentence] = []
  private var paragraph = 0

  init(_ tokens: UnsafeBufferPointer<Piece>, capacity: Int) {
    self.tokens = tokens
    sentences.reserveCapacity(capacity)
  }

  mutating func sentence(_ range: ClosedRange<Int>, endsParagraph: Bool) {
    let span = tokens[range.lowerBound].span.union(tokens[range.upperBound].span)
    sentences.append(Sentence(id: Self.identifier(sentences.count), span: span, paragraph: paragraph))
    if endsParagraph { paragraph += 1 }
  }

  /// `s0`, `s1`, …, without the cost of interpolation.
  private static func identifier(_ number: Int) -> String {
    var digits = 1
    var bound = 10
    while number >= bound {
      digits += 1
      bound *= 10
    }
    return String(unsafeUninitializedCapacity: digits + 1) { target in
      target[0] = UInt8(ascii: "s")
      var rest = number
      var place = digits
      while place > 0 {
        target[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
        place -= 1
      }
      return digits + 1
    }
  }
}
