/// Which row belongs to each feature: a hash table whose buckets fill one cache line each, so that a look-up, found or
/// not, costs one wait for memory and no unforeseeable branch.
struct FeatureTable: Sendable {
  /// Eight features: the upper halves of their hashes, and their rows, counted from 1 (0: a free place).
  private struct Bucket: Sendable {
    var keys = SIMD8<UInt32>()
    var rows = SIMD8<UInt32>()
  }

  private var buckets: [Bucket]
  private let mask: Int

  /// A table of features, which have the rows 0, 1, 2 …
  init(_ features: [UInt64]) {
    var count = 64
    while count * 5 < features.count { count *= 2 }
    mask = count - 1
    buckets = [Bucket](repeating: Bucket(), count: count)
    for (row, hash) in features.enumerated() {
      var bucket = Int(truncatingIfNeeded: hash) & mask
      while buckets[bucket].rows[7] != 0 { bucket = (bucket + 1) & mask }
      let rows = buckets[bucket].rows
      let free = rows.indices.first(where: { rows[$0] == 0 }) ?? 7
      buckets[bucket].keys[free] = Self.key(hash)
      buckets[bucket].rows[free] = UInt32(row + 1)
    }
  }

  private static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  /// Writes the rows of the features that have one, counted from 1, to the front of `found`; returns how many there are.
  ///
  /// - Parameter found: has room for all features.
  func find(_ features: UnsafeBufferPointer<FeatureHash>, into found: UnsafeMutableBufferPointer<UInt32>) -> Int {
    buckets.withUnsafeBufferPointer { buckets in
      var count = 0
      for feature in features {
        var bucket = Int(truncatingIfNeeded: feature.value) & mask
        let key = SIMD8<UInt32>(repeating: Self.key(feature.value))
        var row = Self.row(of: key, in: buckets[bucket])
        // A full bucket runs over into the next; few are full, so this is asked first.
        while buckets[bucket].rows[7] != 0, row == 0 {
          bucket = (bucket + 1) & mask
          row = Self.row(of: key, in: buckets[bucket])
        }
        found[count] = row
        count += row == 0 ? 0 : 1
      }
      return count
    }
  }

  @inline(__always)
  private static func row(of key: SIMD8<UInt32>, in bucket: Bucket) -> UInt32 {
    let matching = bucket.rows.replacing(with: 0, where: bucket.keys .!= key)
    let half = matching.lowHalf | matching.highHalf
    let quarter = half.lowHalf | half.highHalf
    return quarter.x | quarter.y
  }
}
