internal import DictumKit
internal import DictumModelFile

/// A logistic regression over hashed features: the boundary's log-odds are the sum of the features' weights.
///
/// `Models/sentences-english.safetensors` has the tensors `steps` (`I8 [131072]`) and `scale` (`F32 [1]`): a weight is
/// n|n| times the scale, n being its step, so that steps are fine near 0, where most weights are.
struct BoundaryClassifier: Sendable {
  /// The model file's name.
  static let model = "sentences-english"
  /// The number of weights, a power of two.
  static let size = 1 << 17

  private let steps: [Int8]
  private let scale: Float

  /// Reads the weights.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  init(_ file: ModelTables) throws(DictumError) {
    steps = try file.integers("steps", as: Int8.self)
    scale = try file.floats("scale", count: 1)[0]
    guard steps.count == Self.size else {
      throw DictumError(
        .modelMismatch,
        "\(file.path): tensor steps has \(steps.count) elements, expected \(Self.size)"
      )
    }
  }

  /// Weights of 0, for training, which asks the rules alone.
  init() {
    steps = [Int8](repeating: 0, count: Self.size)
    scale = 1
  }

  /// The log-odds that a sentence ends at the gap.
  @inline(__always)
  func logOdds(_ gap: Gap, isSuppressed: Bool) -> Float {
    let total = steps.withUnsafeBufferPointer { steps in
      var sum = WeightSum(steps: steps)
      BoundaryFeatures.extract(gap, isSuppressed: isSuppressed, into: &sum)
      return sum.total
    }
    return Float(total) * scale
  }
}

private struct WeightSum: FeatureSink {
  let steps: UnsafeBufferPointer<Int8>
  var total: Int32 = 0

  @inline(__always)
  mutating func add(_ hash: UInt32) {
    let step = Int32(steps[Int(hash) & (BoundaryClassifier.size - 1)])
    total &+= step &* abs(step)
  }
}
