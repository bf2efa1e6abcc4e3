import Foundation
import Segmentation

/// A gap with its answer.
struct Example {
  let features: [UInt32]
  let isBoundary: Bool
}

/// Logistic regression by AdaGrad (Duchi et al. 2011) with L2 shrinkage; one weight a hashed feature.
struct Regression {
  static let size = BoundaryTraining.size
  static let epochs = 10
  static let rate: Float = 0.05
  static let shrinkage: Float = 0.03
  static let seed: UInt64 = 20_251

  private(set) var weights = [Float](repeating: 0, count: size)
  private var squares = [Float](repeating: 1e-3, count: size)

  mutating func train(_ examples: [Example]) {
    var order = Array(examples.indices)
    var state = Self.seed
    for _ in 0..<Self.epochs {
      for index in stride(from: order.count - 1, to: 0, by: -1) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
      }
      for index in order { step(examples[index]) }
    }
  }

  func score(_ features: [UInt32]) -> Float {
    features.reduce(0) { $0 + weights[Int($1) & (Self.size - 1)] }
  }

  func errors(_ examples: [Example]) -> Int {
    examples.count { (score($0.features) > 0) != $0.isBoundary }
  }

  private mutating func step(_ example: Example) {
    let probability = 1 / (1 + exp(-score(example.features)))
    let error = (example.isBoundary ? 1 : 0) - probability
    for feature in example.features {
      let slot = Int(feature) & (Self.size - 1)
      let gradient = error - Self.shrinkage * weights[slot]
      squares[slot] += gradient * gradient
      weights[slot] += Self.rate * gradient / squares[slot].squareRoot()
    }
  }
}
