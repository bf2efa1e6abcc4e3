package import DictumKit

extension Document {
  /// The tokens that begin in each sentence, as ranges of their indices.
  package var sentenceTokens: [Range<Int>] {
    let tokens = self[.tokens]
    var next = 0
    return self[.sentences].map { sentence in
      while next < tokens.count, tokens[next].span.start < sentence.span.start { next += 1 }
      let first = next
      while next < tokens.count, tokens[next].span.start < sentence.span.end { next += 1 }
      return first..<next
    }
  }
}
