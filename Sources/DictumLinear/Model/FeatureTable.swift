/// Where the row of each feature lies: a hash table whose buckets fill one cache line each, so that a look-up, found or
/// not, costs one wait for memory and no unforeseeable branch.
struct FeatureTable: Sendable {
  /// Eight features: the upper halves of their hashes, and where their rows begin (upper 24 bits) and how long they are
  /// (lower 8; 0 for a free place).
  private struct Bucket: Sendable {
    var keys = SIMD8<UInt32>()
    var places = SIMD8<UInt32>()
  }

  /// No row may end after this.
  static let maximumEnd = 1 << 24

  private var buckets: [Bucket]
  private let mask: Int

  /// A table of features, the rows of which follow one upon the other; none has the length 0.
  init(_ features: [UInt64], lengths: [UInt8]) {
    var count = 64
    while count * 5 < features.count { count *= 2 }
    mask = count - 1
    buckets = [Bucket](repeating: Bucket(), count: count)
    var start: UInt32 = 0
    for (hash, length) in zip(features, lengths) {
      var bucket = Int(truncatingIfNeeded: hash) & mask
      while buckets[bucket].places[7] != 0 { bucket = (bucket + 1) & mask }
      let free = buckets[bucket].places.indices.first(where: { buckets[bucket].places[$0] == 0 }) ?? 7
      buckets[bucket].keys[free] = Self.key(hash)
      buckets[bucket].places[free] = start << 8 | UInt32(length)
      start += UInt32(length)
    }
  }

  private static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  /// Writes the places of the features that have rows to the front of `found`; returns how many there are.
  func find(_ features: UnsafeBufferPointer<FeatureHash>, into found: UnsafeMutableBufferPointer<UInt32>) -> Int {
    buckets.withUnsafeBufferPointer { buckets in
      var count = 0
      for feature in features {
        var bucket = Int(truncatingIfNeeded: feature.value) & mask
        let key = SIMD8<UInt32>(repeating: Self.key(feature.value))
        var place = Self.place(of: key, in: buckets[bucket])
        // A full bucket runs over into the next; few are full.
        while place == 0, buckets[bucket].places[7] != 0 {
          bucket = (bucket + 1) & mask
          place = Self.place(of: key, in: buckets[bucket])
        }
        found[count] = place
        count += place == 0 ? 0 : 1
      }
      return count
    }
  }

  @inline(__always)
  private static func place(of key: SIMD8<UInt32>, in bucket: Bucket) -> UInt32 {
    let matching = bucket.places.replacing(with: 0, where: bucket.keys .!= key)
    let half = matching.lowHalf | matching.highHalf
    let quarter = half.lowHalf | half.highHalf
    return quarter.x | quarter.y
  }
}
