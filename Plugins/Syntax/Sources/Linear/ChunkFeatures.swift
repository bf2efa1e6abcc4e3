package import DictumKit
package import DictumLinear

/// Turns words and their parts of speech into features for noun chunks (Ramshaw and Marcus, “Text Chunking using
/// Transformation-Based Learning”, 1995: a chunk is a first word and words that go on).
package enum ChunkFeatures {
  /// Outside, first word, going on.
  package static let labels = 3
  /// How far to either side parts of speech are looked at.
  private static let reach = 3

  /// Whether a label may follow another: a chunk goes on only where one has begun.
  package static func allows(_ label: Int, _ next: Int) -> Bool { next < 2 || label > 0 }

  /// The features of all tokens.
  ///
  /// - Parameter parts: the part of speech of each token.
  package static func rows(
    _ text: SourceText,
    _ tokens: [Token],
    _ parts: [PartOfSpeech],
    _ sentences: [Range<Int>]
  ) -> FeatureRows {
    let words = text.bytes.withUnsafeBufferPointer { bytes in tokens.map { TokenProfile(bytes, $0).lower } }
    let numbers = parts.map { UInt64(PartOfSpeech.allCases.firstIndex(of: $0) ?? 0) + 1 }
    var rows = FeatureRows()
    for sentence in sentences {
      for index in sentence {
        func part(_ distance: Int) -> UInt64 { sentence.contains(index + distance) ? numbers[index + distance] : 0 }
        func add(_ template: UInt64, _ value: UInt64) { rows.hashes.append(FeatureHash(value: value).tagged(template)) }
        for distance in -reach...reach { add(UInt64(10 + distance), part(distance)) }
        add(20, part(-1) << 8 | part(0))
        add(21, part(0) << 8 | part(1))
        add(22, part(-2) << 16 | part(-1) << 8 | part(0))
        add(23, part(-1) << 16 | part(0) << 8 | part(1))
        add(24, part(0) << 16 | part(1) << 8 | part(2))
        add(25, part(-2) << 24 | part(-1) << 16 | part(0) << 8 | part(1))
        rows.hashes.append(words[index].tagged(30, with: FeatureHash(value: part(-1))))
        rows.hashes.append(words[index].tagged(31, with: FeatureHash(value: part(1))))
        if index > sentence.lowerBound {
          rows.hashes.append(words[index - 1].tagged(32, with: FeatureHash(value: part(0))))
          rows.hashes.append(words[index - 1].tagged(33, with: words[index]))
        }
        if index + 1 < sentence.upperBound {
          rows.hashes.append(words[index + 1].tagged(34, with: FeatureHash(value: part(0))))
        }
        rows.endToken()
      }
    }
    return rows
  }
}
