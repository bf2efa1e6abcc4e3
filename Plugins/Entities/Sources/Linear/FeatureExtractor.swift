import DictumEnglish
package import DictumKit
package import DictumLinear

/// Turns tokens into the features of the linear tagger.
///
/// The templates are the usual ones of sequence labelling (Ratinov and Roth, CoNLL 2009): words, affixes and shapes in
/// a window, word clusters, and evidence from the rest of the document.
package struct FeatureExtractor: Sendable {
  /// Features of one document.
  package struct Result: Sendable {
    package var rows = FeatureRows()
    /// The tokens of each sentence.
    package var sentences: [Range<Int>] = []
  }

  private static let titles = Set(WordList.titles.words.map { FeatureHash($0.utf8).value })
  private static let openParenthesis = FeatureHash("(".utf8).value

  /// Cluster ids of words; both granularities in one number.
  private let clusters: WordTable

  /// An extractor with word clusters, which may be empty.
  package init(clusters: WordTable) { self.clusters = clusters }

  /// The features of every token of a segmented document.
  package func features(of document: Document) -> Result {
    let tokens = document[.tokens]
    let words = WordWindow(document.text, tokens, clusters: clusters)
    var result = Result()
    result.rows.hashes.reserveCapacity(tokens.count * 40)
    result.rows.starts.reserveCapacity(tokens.count + 1)
    result.sentences = document.sentenceTokens.filter { !$0.isEmpty }
    let evidence = WordEvidence(
      words.profiles,
      sentenceStarts: Set(result.sentences.map(\.lowerBound)),
      titles: Self.titles,
      openings: Self.openParenthesis
    )
    for sentence in result.sentences {
      let isShouted = words.profiles[sentence].allSatisfy { !$0.isWord || $0.isAllCapitals }
      for index in sentence {
        add(index, sentence, words, evidence.flags(of: words.profiles[index]), isShouted, &result.rows.hashes)
        result.rows.endToken()
      }
    }
    return result
  }

  private func add(
    _ index: Int,
    _ sentence: Range<Int>,
    _ words: WordWindow,
    _ flags: UInt8,
    _ isShouted: Bool,
    _ out: inout [FeatureHash]
  ) {
    let here = words.profiles[index]
    func lower(_ distance: Int) -> FeatureHash { words.lower(index + distance, sentence) }
    func shape(_ distance: Int) -> FeatureHash { words.hash(index + distance, sentence) { $0.shape } }
    out.append(FeatureHash().tagged(1))
    out.append(here.exact.tagged(2))
    out.append(here.lower.tagged(3))
    words.addNeighbours(of: index, sentence, from: 4, to: &out)
    out.append(lower(-1).tagged(10, with: lower(1)))
    out.append(lower(-2).tagged(11, with: lower(-1)))
    out.append(lower(1).tagged(12, with: lower(2)))
    out.append(here.shape.tagged(13))
    out.append(shape(-1).tagged(14, with: here.shape))
    out.append(here.shape.tagged(15, with: shape(1)))
    out.append(shape(-1).tagged(16, with: shape(1)))
    out.append(shape(-2).tagged(17, with: shape(-1)))
    out.append(shape(1).tagged(18, with: shape(2)))
    out.append(lower(-1).tagged(19, with: here.shape))
    out.append(lower(1).tagged(20, with: here.shape))
    for length in 0..<here.affixes {
      out.append(here.prefixes[length].tagged(21))
      out.append(here.suffixes[length].tagged(22))
    }
    let position: UInt64 = (index == sentence.lowerBound ? 1 : 0) | (isShouted ? 2 : 0)
    out.append(FeatureHash(value: position).tagged(23, with: here.shape))
    out.append(FeatureHash(value: UInt64(flags) << 2 | position).tagged(24, with: here.shape))
    if here.isCapitalised {
      for bit in 0..<6 where flags & (1 << bit) != 0 { out.append(FeatureHash(value: UInt64(bit)).tagged(25)) }
    }
    words.addClusters(around: index, sentence, from: 30, step: 10, with: here.shape, reach: 2, to: &out)
  }
}
