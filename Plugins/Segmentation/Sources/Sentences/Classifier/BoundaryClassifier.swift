internal import DictumKit
internal import DictumModelFile

/// Two logistic regressions over hashed features: the boundary's log-odds are the sum of the features' weights. The
/// first looks at the nearest words, and where it is sure, that is all; the second looks further.
///
/// `Models/sentences-english.safetensors` has the tensors `steps` (`I8 [131072]`) and `scale` (`F32 [1]`) of the first
/// and `wider.steps` (`I8 [262144]`) and `wider.scale` of the second: a weight is n|n| times the scale, n being its
/// step, so that steps are fine near 0, where most weights are.
struct BoundaryClassifier: Sendable {
  /// The model file's name.
  static let model = "sentences-english"
  /// The number of the first look's weights, a power of two.
  static let size = 1 << 17
  /// The number of the second look's.
  static let widerSize = 1 << 18
  /// Log-odds further from 0 than this get no second look.
  static let sure: Float = 3

  private let near: WeightSteps
  private let wider: WeightSteps

  /// Reads the weights.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  init(_ file: ModelTables) throws(DictumError) {
    near = try WeightSteps(file, "", count: Self.size)
    wider = try WeightSteps(file, "wider.", count: Self.widerSize)
  }

  /// Weights of 0, for training, which asks the rules alone.
  init() {
    near = WeightSteps(count: Self.size)
    wider = WeightSteps(count: Self.widerSize)
  }

  /// The log-odds that a sentence ends at the gap.
  @inline(__always)
  func logOdds(_ gap: Gap, isSuppressed: Bool) -> Float {
    let place = BoundaryPlace(gap)
    let first = near.withSum { BoundaryFeatures.extract(place, gap, isSuppressed: isSuppressed, into: &$0) }
    // The mean of both is better than either.
    return abs(first) > Self.sure ? first : (first + secondLook(place, gap, isSuppressed: isSuppressed)) / 2
  }

  @inline(never)
  private func secondLook(_ place: BoundaryPlace, _ gap: Gap, isSuppressed: Bool) -> Float {
    wider.withSum { WiderFeatures.extract(place, gap, isSuppressed: isSuppressed, into: &$0) }
  }
}
