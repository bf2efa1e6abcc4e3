package import DictumKit
package import DictumLinear

/// Turns tokens into features for parts of speech: words, affixes, shapes and word clusters in a window (Ratnaparkhi, “A
/// Maximum Entropy Model for Part-Of-Speech Tagging”, EMNLP 1996; Owoputi et al., NAACL 2013, for clusters).
package struct PartFeatures: Sendable {
  private static let outside = FeatureHash(value: 0x5E17_7E4C_E0B0_0D01)

  /// Cluster ids of words: coarse in the upper half, fine in the lower.
  private let clusters: WordTable

  /// Features with word clusters, which may be empty.
  package init(clusters: WordTable) { self.clusters = clusters }

  /// The features of all tokens.
  ///
  /// - Parameters:
  ///   - text: the bytes that the tokens' spans (UTF-8) lie in.
  ///   - sentences: ranges of tokens, in order; together they hold every token that gets a row.
  package func rows(_ text: SourceText, _ tokens: [Token], _ sentences: [Range<Int>]) -> FeatureRows {
    let words = WordWindow(text, tokens, clusters: clusters, outside: Self.outside)
    var rows = FeatureRows()
    rows.hashes.reserveCapacity(tokens.count * 32)
    for sentence in sentences {
      for index in sentence {
        add(index, sentence, words, &rows.hashes)
        rows.endToken()
      }
    }
    return rows
  }

  private func add(_ index: Int, _ sentence: Range<Int>, _ words: WordWindow, _ out: inout [FeatureHash]) {
    let here = words.profiles[index]
    func suffix(_ index: Int) -> FeatureHash {
      words.hash(index, sentence) { $0.affixes > 0 ? $0.suffixes[min(3, $0.affixes) - 1] : Self.outside }
    }
    out.append(here.exact.tagged(1))
    out.append(here.lower.tagged(2))
    words.addNeighbours(of: index, sentence, from: 3, to: &out)
    out.append(suffix(index - 1).tagged(10))
    out.append(suffix(index + 1).tagged(11))
    let place: UInt64 = index == sentence.lowerBound ? 1 : 0
    out.append(here.shape.tagged(14 + place))
    out.append(words.lower(index - 1, sentence).tagged(16, with: here.shape))
    for length in 0..<here.affixes {
      out.append(here.suffixes[length].tagged(17))
      if length > 1 { out.append(here.suffixes[length].tagged(18, with: here.shape)) }
    }
    if here.affixes > 2 {
      out.append(here.prefixes[1].tagged(19))
      out.append(here.prefixes[2].tagged(19))
    }
    words.addClusters(around: index, sentence, from: 32, step: 8, with: here.lower, reach: 1, to: &out)
  }
}
