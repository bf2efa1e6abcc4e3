/// A logistic regression over hashed features: the boundary's log-odds are the sum of the features' weights.
struct BoundaryClassifier: Sendable {
  /// The number of weights, a power of two.
  static let size = 1 << 17

  /// The log-odds that a sentence ends at the gap.
  @inline(__always)
  func logOdds(_ gap: Gap, isSuppressed: Bool) -> Float {
    var sum = WeightSum(weights: BoundaryWeights.table.utf8Start)
    BoundaryFeatures.extract(gap, isSuppressed: isSuppressed, into: &sum)
    return Float(sum.total) * BoundaryWeights.scale
  }
}

private struct WeightSum: FeatureSink {
  let weights: UnsafePointer<UInt8>
  var total: Int32 = 0

  @inline(__always)
  mutating func add(_ hash: UInt32) {
    let step = Int32(weights[Int(hash) & (BoundaryClassifier.size - 1)]) &- BoundaryWeights.zero
    total &+= step &* abs(step)
  }
}
