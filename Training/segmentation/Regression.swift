import Foundation

/// Logistic regression by AdaGrad (Duchi et al. 2011) with an L2 penalty; one weight a hashed feature. The penalty on a
/// weight is spread over the examples that have its feature, so that rare features are shrunk as they should be.
struct Regression {
  static let epochs = 10
  static let rate: Float = 0.05
  static let seed: UInt64 = 20_251

  let penalty: Float
  private let features: (Example) -> [UInt32]
  private let mask: Int
  private(set) var weights: [Float]
  private var squares: [Float]
  /// The penalty's share of one example, by weight.
  private var shares: [Float]

  /// - Parameter size: the number of weights, a power of two.
  init(size: Int, penalty: Float, features: @escaping (Example) -> [UInt32]) {
    weights = [Float](repeating: 0, count: size)
    squares = [Float](repeating: 1e-3, count: size)
    shares = [Float](repeating: 0, count: size)
    mask = size - 1
    self.penalty = penalty
    self.features = features
  }

  mutating func train(_ examples: [Example]) {
    for example in examples { for feature in features(example) { shares[Int(feature) & mask] += 1 } }
    for slot in shares.indices where shares[slot] > 0 { shares[slot] = penalty / shares[slot] }
    var order = Array(examples.indices)
    var random = Shuffle(state: Self.seed)
    for _ in 0..<Self.epochs {
      random.shuffle(&order)
      for index in order { step(examples[index]) }
    }
  }

  func score(_ example: Example) -> Float {
    features(example).reduce(0) { $0 + weights[Int($1) & mask] }
  }

  private mutating func step(_ example: Example) {
    let probability = 1 / (1 + exp(-score(example)))
    let error = ((example.isBoundary ? 1 : 0) - probability) * example.weight
    for feature in features(example) {
      let slot = Int(feature) & mask
      let gradient = error - shares[slot] * weights[slot]
      squares[slot] += gradient * gradient
      weights[slot] += Self.rate * gradient / squares[slot].squareRoot()
    }
  }
}
