import DictumKit

/// A document without the sentences in which no word stands: rules of dashes, and the millions of marks of a broken file,
/// for which a tagger would need memory and has no use.
enum ReadableText {
  /// The document itself where every sentence has a word; else a copy with the tokens and sentences worth reading.
  static func of(_ document: Document) -> Document {
    let tokens = document[.tokens]
    var kept: [Token] = []
    var sentences: [Sentence] = []
    var token = 0
    var isWhole = true
    for sentence in document[.sentences] {
      let first = token
      var hasWord = false
      while token < tokens.count, tokens[token].span.start < sentence.span.end {
        hasWord = hasWord || tokens[token].kind == .word || tokens[token].kind == .number
        token += 1
      }
      if hasWord && isWhole { continue }
      if isWhole {
        isWhole = false
        kept = Array(tokens[..<first])
        sentences = document[.sentences].filter { $0.span.start < sentence.span.start }
      }
      if hasWord {
        kept += tokens[first..<token]
        sentences.append(sentence)
      }
    }
    guard !isWhole else { return document }
    var readable = document
    readable[.tokens] = kept
    readable[.sentences] = sentences
    return readable
  }
}
