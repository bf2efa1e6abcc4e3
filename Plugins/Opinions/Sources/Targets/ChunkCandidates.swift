import DictumEnglish
package import DictumKit

/// What a statement may take a side on where there are no trees: noun chunks, each without article and possessor; the
/// possessor is a candidate of its own (“Japan” and “new minister” of “Japan’s new minister”).
package struct ChunkCandidates: TargetCandidates {
  private let tokens: [Token]
  private let chunks: [Range<Int>]

  /// The candidates of a document whose noun chunks are known.
  package init(_ document: Document) {
    tokens = document[.tokens]
    chunks = document[.nounChunks] ?? []
  }

  package func candidates(in range: Range<Int>) -> [TextSpan] {
    var found: [TextSpan] = []
    var index = chunks.partitioningIndex { $0.upperBound > range.lowerBound }
    while index < chunks.count, chunks[index].lowerBound < range.upperBound {
      found += parts(of: chunks[index].clamped(to: range))
      index += 1
    }
    return found
  }

  /// The names within a chunk: what possessive endings part, from the first word that is no article.
  private func parts(of chunk: Range<Int>) -> [TextSpan] {
    chunk.split { tokens[$0].part == .particle || tokens[$0].part == .other }.compactMap { part in
      let isLast = part.last == chunk.last
      let named = part.drop { index in
        switch tokens[index].part {
        case .determiner, .adverb, .punctuation, .adposition, .coordinator: true
        // “her” of “her plan”; alone, it is the candidate.
        case .pronoun: part.count > 1
        default: false
        }
      }
      guard let first = named.first, let last = named.last, isLast || tokens[last].part != .adjective else {
        return nil
      }
      return tokens[first].span.union(tokens[last].span)
    }
  }
}
