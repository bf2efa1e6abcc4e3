/// Weights as steps of eight bits: a weight is n|n| times `scale`, n being its step.
struct WeightTable {
  private static let range: Float = 43
  let steps: [Int8]
  let scale: Float

  init(_ weights: [Float]) {
    let limit = max(weights.map(abs).max() ?? 0, 1e-6)
    let scale = limit / (Self.range * Self.range)
    steps = weights.map { weight in
      let step = Int8((abs(weight) / scale).squareRoot().rounded())
      return weight < 0 ? -step : step
    }
    self.scale = scale
  }
}
