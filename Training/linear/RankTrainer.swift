package import DictumLinear

/// Fits a log-linear ranker: the likelihood that one of the right candidates is taken, over all questions, less a Gaussian
/// prior on the weights; by L-BFGS (Liu and Nocedal, Mathematical Programming 1989). Nothing in it is left to chance.
package struct RankTrainer {
  /// A question: a row for each candidate, and whether it is right.
  package struct Question {
    var rows: FeatureRows
    var isRight: [Bool]
    var weight: Double

    package init(rows: FeatureRows, isRight: [Bool], weight: Double = 1) {
      self.rows = rows
      self.isRight = isRight
      self.weight = weight
    }
  }

  private static let memory = 8

  private let hashes: [UInt64]
  /// Features of all candidates as rows of the weights; `starts` has one more entry than there are candidates.
  private let features: [Int32]
  private let starts: [Int]
  /// The first candidate of each question, and the end.
  private let firsts: [Int]
  private let isRight: [Bool]
  private let importance: [Double]
  private let prior: Double

  package var featureCount: Int { hashes.count }

  /// - Parameters:
  ///   - minimumCount: features of fewer questions are left out.
  ///   - prior: the inverse of the weights' variance.
  package init(_ questions: [Question], minimumCount: Int, prior: Double) {
    self.prior = prior
    var counts: [UInt64: Int32] = [:]
    for question in questions {
      for feature in Set(question.rows.hashes.map(\.value)) { counts[feature, default: 0] += 1 }
    }
    var index: [UInt64: Int32] = [:]
    var hashes: [UInt64] = []
    for (feature, count) in counts.sorted(by: { $0.key < $1.key }) where count >= minimumCount {
      index[feature] = Int32(hashes.count)
      hashes.append(feature)
    }
    var features: [Int32] = []
    var starts = [0]
    var firsts = [0]
    var isRight: [Bool] = []
    for question in questions {
      for row in 0..<question.rows.count {
        for feature in question.rows.hashes[question.rows.starts[row]..<question.rows.starts[row + 1]] {
          if let place = index[feature.value] { features.append(place) }
        }
        starts.append(features.count)
      }
      isRight += question.isRight
      firsts.append(isRight.count)
    }
    self.hashes = hashes
    self.features = features
    self.starts = starts
    self.firsts = firsts
    self.isRight = isRight
    importance = questions.map(\.weight)
  }

  /// The fitted model, its weights rounded to eight bits.
  package func model(iterations: Int) -> LinearModel {
    let weights = minimum(iterations)
    return LinearModel(
      rows: zip(hashes, weights).map { (hash: $0, weights: [(label: 0, value: Float($1))]) },
      chain: LinearChain(labels: 1, allows: { _, _ in true })
    )
  }

  private func minimum(_ iterations: Int) -> [Double] {
    var weights = [Double](repeating: 0, count: hashes.count)
    var (loss, gradient) = value(at: weights)
    var steps: [(move: [Double], change: [Double], scale: Double)] = []
    for _ in 0..<iterations {
      let direction = Self.direction(gradient, steps)
      let slope = Self.dot(direction, gradient)
      var length = steps.isEmpty ? 1 / max(1, Self.dot(gradient, gradient).squareRoot()) : 1
      var next = weights
      var found = (loss: loss, gradient: gradient)
      for _ in 0..<20 {
        for index in weights.indices { next[index] = weights[index] + length * direction[index] }
        found = value(at: next)
        if found.loss <= loss + 1e-4 * length * slope { break }
        length /= 2
      }
      guard found.loss < loss else { break }
      let move = zip(next, weights).map { $0 - $1 }
      let change = zip(found.gradient, gradient).map { $0 - $1 }
      let curvature = Self.dot(move, change)
      if curvature > 1e-10 { steps.append((move, change, 1 / curvature)) }
      if steps.count > Self.memory { steps.removeFirst() }
      let gain = loss - found.loss
      (weights, loss, gradient) = (next, found.loss, found.gradient)
      if gain < 1e-6 * abs(loss) { break }
    }
    return weights
  }

  private static func direction(
    _ gradient: [Double],
    _ steps: [(move: [Double], change: [Double], scale: Double)]
  ) -> [Double] {
    var direction = gradient.map { -$0 }
    var shares: [Double] = []
    for step in steps.reversed() {
      let share = step.scale * dot(step.move, direction)
      shares.append(share)
      for index in direction.indices { direction[index] -= share * step.change[index] }
    }
    if let last = steps.last {
      let scale = 1 / (last.scale * dot(last.change, last.change))
      for index in direction.indices { direction[index] *= scale }
    }
    for (step, share) in zip(steps, shares.reversed()) {
      let other = step.scale * dot(step.change, direction)
      for index in direction.indices { direction[index] += (share - other) * step.move[index] }
    }
    return direction
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }

  /// The loss and its gradient.
  private func value(at weights: [Double]) -> (loss: Double, gradient: [Double]) {
    var gradient = weights.map { $0 * prior }
    var loss = 0.5 * prior * Self.dot(weights, weights)
    var scores: [Double] = []
    for question in importance.indices {
      let candidates = firsts[question]..<firsts[question + 1]
      scores.removeAll(keepingCapacity: true)
      for candidate in candidates {
        var score = 0.0
        for place in starts[candidate]..<starts[candidate + 1] { score += weights[Int(features[place])] }
        scores.append(score)
      }
      let top = scores.max() ?? 0
      var all = 0.0
      var right = 0.0
      for (candidate, score) in zip(candidates, scores) {
        let mass = Double(exponential(Float(score - top)))
        all += mass
        if isRight[candidate] { right += mass }
      }
      guard right > 0 else { continue }
      loss -= importance[question] * (Double(logarithm(Float(right))) - Double(logarithm(Float(all))))
      for (candidate, score) in zip(candidates, scores) {
        let mass = Double(exponential(Float(score - top)))
        let pull = importance[question] * (mass / all - (isRight[candidate] ? mass / right : 0))
        for place in starts[candidate]..<starts[candidate + 1] { gradient[Int(features[place])] += pull }
      }
    }
    return (loss, gradient)
  }
}
