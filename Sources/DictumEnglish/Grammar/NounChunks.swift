package import DictumKit

// Noun chunks: a noun, name or pronoun with what belongs to it and stands before it, and no phrase or clause behind it
// (Abney, “Parsing by Chunks”, 1991).
extension SyntaxTree {
  /// The noun phrases of all sentences as runs of tokens, in text order, without overlap.
  package var nounChunks: [Range<Int>] {
    var chunks: [Range<Int>] = []
    for sentence in sentences {
      for phrase in nounPhrases(in: sentence) {
        // Crossing arcs may make two phrases overlap; the second keeps what is left.
        let begin = max(phrase.tokens.lowerBound, chunks.last?.upperBound ?? 0)
        if begin < phrase.tokens.upperBound { chunks.append(begin..<phrase.tokens.upperBound) }
      }
    }
    return chunks
  }
}

extension TransientKey<[Range<Int>]> {
  /// Noun chunks as runs of tokens, in text order, without overlap; stage `syntax` finds them.
  package static var nounChunks: Self { Self("noun-chunks") }
}
