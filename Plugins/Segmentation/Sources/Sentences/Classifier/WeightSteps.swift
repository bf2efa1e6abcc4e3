internal import DictumKit
internal import DictumModelFile

/// The weights of one regression.
struct WeightSteps: Sendable {
  private let steps: [Int8]
  private let scale: Float

  /// Reads the tensors `PREFIXsteps` and `PREFIXscale`.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  init(_ file: ModelTables, _ prefix: String, count: Int) throws(DictumError) {
    steps = try file.integers(prefix + "steps", as: Int8.self)
    scale = try file.floats(prefix + "scale", count: 1)[0]
    guard steps.count == count else {
      throw DictumError(
        .modelMismatch,
        "\(file.path): tensor \(prefix)steps has \(steps.count) elements, expected \(count)"
      )
    }
  }

  /// Weights of 0.
  init(count: Int) {
    steps = [Int8](repeating: 0, count: count)
    scale = 1
  }

  /// The sum of the weights of the features that `extract` hands over.
  @inline(__always)
  func withSum(_ extract: (inout WeightSum) -> Void) -> Float {
    let total = steps.withUnsafeBufferPointer { steps in
      var sum = WeightSum(steps: steps)
      extract(&sum)
      return sum.total
    }
    return Float(total) * scale
  }
}

/// Adds up weights of features; how many there are is a power of two.
struct WeightSum: FeatureSink {
  let steps: UnsafeBufferPointer<Int8>
  fileprivate(set) var total: Int32 = 0

  fileprivate init(steps: UnsafeBufferPointer<Int8>) { self.steps = steps }

  @inline(__always)
  mutating func add(_ hash: UInt32) {
    let step = Int32(steps[Int(hash) & (steps.count - 1)])
    total &+= step &* abs(step)
  }
}
