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
    let profiles = text.bytes.withUnsafeBufferPointer { bytes in tokens.map { TokenProfile(bytes, $0) } }
    let groups = profiles.map { clusters[$0.lower] ?? 0 }
    var rows = FeatureRows()
    rows.hashes.reserveCapacity(tokens.count * 32)
    for sentence in sentences {
      for index in sentence {
        add(index, sentence, profiles, groups, &rows.hashes)
        rows.endToken()
      }
    }
    return rows
  }

  private func add(
    _ index: Int,
    _ sentence: Range<Int>,
    _ profiles: [TokenProfile],
    _ groups: [UInt32],
    _ out: inout [FeatureHash]
  ) {
    let here = profiles[index]
    func lower(_ distance: Int) -> FeatureHash {
      sentence.contains(index + distance) ? profiles[index + distance].lower : Self.outside
    }
    func suffix(_ distance: Int) -> FeatureHash {
      guard sentence.contains(index + distance) else { return Self.outside }
      let other = profiles[index + distance]
      return other.affixes > 0 ? other.suffixes[min(3, other.affixes) - 1] : Self.outside
    }
    out.append(here.exact.tagged(1))
    out.append(here.lower.tagged(2))
    out.append(lower(-1).tagged(3))
    out.append(lower(1).tagged(4))
    out.append(lower(-2).tagged(5))
    out.append(lower(2).tagged(6))
    out.append(lower(-1).tagged(7, with: here.lower))
    out.append(here.lower.tagged(8, with: lower(1)))
    out.append(suffix(-1).tagged(10))
    out.append(suffix(1).tagged(11))
    let place: UInt64 = index == sentence.lowerBound ? 1 : 0
    out.append(here.shape.tagged(14 + place))
    out.append(lower(-1).tagged(16, with: here.shape))
    for length in 0..<here.affixes {
      out.append(here.suffixes[length].tagged(17))
      if length > 1 { out.append(here.suffixes[length].tagged(18, with: here.shape)) }
    }
    if here.affixes > 2 {
      out.append(here.prefixes[1].tagged(19))
      out.append(here.prefixes[2].tagged(19))
    }
    for distance in -2...2 where sentence.contains(index + distance) {
      let cluster = groups[index + distance]
      guard cluster != 0 else { continue }
      let template = UInt64(32 + distance)
      out.append(FeatureHash(value: UInt64(cluster & 0xFFFF)).tagged(template))
      out.append(FeatureHash(value: UInt64(cluster >> 16)).tagged(template + 8))
      if distance == 1 || distance == -1 {
        out.append(FeatureHash(value: UInt64(cluster >> 16)).tagged(template + 16, with: here.lower))
      }
    }
  }
}
