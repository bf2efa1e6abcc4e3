package import DictumKit

/// The words of a text as templates of features see them, each among the others of its sentence.
package struct WordWindow: Sendable {
  /// What stands beyond a sentence's ends.
  @usableFromInline static let outside = FeatureHash(value: 0x5E17_7E4C_E0B0_0D00)

  package let profiles: [TokenProfile]
  /// Cluster ids: coarse in the upper half, fine in the lower; 0 for none.
  package let clusters: [UInt32]
  @usableFromInline let outside: FeatureHash

  /// - Parameters:
  ///   - text: the bytes that the tokens' spans (UTF-8) lie in.
  ///   - clusters: may be empty.
  ///   - outside: what stands beyond a sentence's ends, where a model was trained with a hash of its own.
  package init(_ text: SourceText, _ tokens: [Token], clusters: WordTable, outside: FeatureHash? = nil) {
    let profiles = text.bytes.withUnsafeBufferPointer { bytes in tokens.map { TokenProfile(bytes, $0) } }
    self.profiles = profiles
    self.clusters = profiles.map { clusters[$0.lower] ?? 0 }
    self.outside = outside ?? Self.outside
  }

  /// What a profile has at a place, if that lies in the sentence.
  @inlinable @inline(__always)
  package func hash(_ index: Int, _ sentence: Range<Int>, _ form: (TokenProfile) -> FeatureHash) -> FeatureHash {
    sentence.contains(index) ? form(profiles[index]) : outside
  }

  /// The lower-case form at a place of a sentence.
  @inlinable @inline(__always)
  package func lower(_ index: Int, _ sentence: Range<Int>) -> FeatureHash { hash(index, sentence) { $0.lower } }

  /// The coarse cluster at a place of a sentence.
  @inlinable @inline(__always)
  package func coarse(_ index: Int, _ sentence: Range<Int>) -> FeatureHash {
    FeatureHash(value: sentence.contains(index) ? UInt64(clusters[index] >> 16) : 0)
  }

  /// The fine cluster at a place.
  @inlinable @inline(__always)
  package func fine(_ index: Int) -> FeatureHash { FeatureHash(value: UInt64(clusters[index] & 0xFFFF)) }

  /// The words around: two to either side alone, and the next ones with the word itself.
  ///
  /// - Parameter template: the first of six.
  @inlinable
  package func addNeighbours(
    of index: Int,
    _ sentence: Range<Int>,
    from template: UInt64,
    to out: inout [FeatureHash]
  ) {
    let here = profiles[index].lower
    let (before, after) = (lower(index - 1, sentence), lower(index + 1, sentence))
    out.append(before.tagged(template))
    out.append(after.tagged(template + 1))
    out.append(lower(index - 2, sentence).tagged(template + 2))
    out.append(lower(index + 2, sentence).tagged(template + 3))
    out.append(before.tagged(template + 4, with: here))
    out.append(here.tagged(template + 5, with: after))
  }

  /// The clusters around, two to either side: fine, coarse, and those within `reach` with something of the word itself.
  ///
  /// - Parameters:
  ///   - template: that of the word's own fine cluster.
  ///   - step: from there to the coarse clusters, and from those to the joined ones.
  @inlinable
  package func addClusters(
    around index: Int,
    _ sentence: Range<Int>,
    from template: UInt64,
    step: UInt64,
    with here: FeatureHash,
    reach: Int,
    to out: inout [FeatureHash]
  ) {
    for distance in -2...2 where sentence.contains(index + distance) && clusters[index + distance] != 0 {
      let template = UInt64(Int(template) + distance)
      let coarse = coarse(index + distance, sentence)
      out.append(fine(index + distance).tagged(template))
      out.append(coarse.tagged(template + step))
      if distance != 0, abs(distance) <= reach { out.append(coarse.tagged(template + 2 * step, with: here)) }
    }
  }
}
