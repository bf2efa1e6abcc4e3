/// Inference in a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001).
///
/// Scores are log potentials: `[token * labels + label]`, and `transitions[from * labels + to]`.
package struct LinearChain: Sendable {
  package let labels: Int
  /// `[labels * labels]`; what the scheme forbids is very negative.
  package var transitions: [Float]
  /// Score of a label at a sentence's first token.
  package var initial: [Float]

  /// Forbidden moves: far below any score, far above the smallest float.
  package static let forbidden: Float = -1e4

  /// A chain that only forbids what the labels' scheme forbids.
  static let unscored: LinearChain = {
    let labels = EntityLabels.count
    var transitions = [Float](repeating: 0, count: labels * labels)
    for from in 0..<labels {
      for to in 0..<labels where !EntityLabels.allows(from, to) { transitions[from * labels + to] = forbidden }
    }
    let initial = (0..<labels).map { EntityLabels.allows(0, $0) ? 0 : forbidden }
    return LinearChain(labels: labels, transitions: transitions, initial: initial)
  }()

  /// A chain whose moves are given.
  package init(labels: Int, transitions: [Float], initial: [Float]) {
    self.labels = labels
    self.transitions = transitions
    self.initial = initial
  }

  /// The best labels of a sentence (Viterbi 1967).
  package func decode(_ scores: UnsafeBufferPointer<Float>) -> [Int] {
    let count = scores.count / labels
    guard count > 0 else { return [] }
    var best = (0..<labels).map { scores[$0] + initial[$0] }
    var next = best
    var back = [UInt8](repeating: 0, count: count * labels)
    transitions.withUnsafeBufferPointer { transitions in
      for token in 1..<max(1, count) {
        for to in 0..<labels {
          var winner = 0
          var score = best[0] + transitions[to]
          for from in 1..<labels {
            let candidate = best[from] + transitions[from * labels + to]
            if candidate > score {
              score = candidate
              winner = from
            }
          }
          next[to] = score + scores[token * labels + to]
          back[token * labels + to] = UInt8(winner)
        }
        swap(&best, &next)
      }
    }
    var label = best.indices.max { best[$0] < best[$1] } ?? 0
    var path = [Int](repeating: 0, count: count)
    for token in stride(from: count - 1, through: 0, by: -1) {
      path[token] = label
      label = Int(back[token * labels + label])
    }
    return path
  }

  /// The probability of each label at each token (forward and backward, in log space per token).
  ///
  /// - Returns: the log partition function; `marginals` receives `[token * labels + label]`.
  @discardableResult
  package func marginals(_ scores: UnsafeBufferPointer<Float>, _ marginals: inout [Float]) -> Float {
    let pass = ForwardBackward(self, scores)
    marginals = pass.marginals
    return pass.logPartition
  }
}

/// The forward and backward passes over one sentence, with potentials scaled at every token.
package struct ForwardBackward {
  package private(set) var marginals: [Float] = []
  package private(set) var logPartition: Float = 0
  /// Expected number of times that each move is made: `[from * labels + to]`.
  package private(set) var moves: [Float] = []

  package init(_ chain: LinearChain, _ scores: UnsafeBufferPointer<Float>, countsMoves: Bool = false) {
    let labels = chain.labels
    let count = scores.count / labels
    guard count > 0 else { return }
    let move = chain.transitions.map(exponential)
    var potential = [Float](repeating: 0, count: count * labels)
    var forward = potential
    var scale = [Float](repeating: 0, count: count)
    for token in 0..<count {
      var top = -Float.infinity
      for label in 0..<labels { top = max(top, scores[token * labels + label]) }
      for label in 0..<labels { potential[token * labels + label] = exponential(scores[token * labels + label] - top) }
      logPartition += top
      var sum: Float = 0
      for to in 0..<labels {
        var mass: Float = 0
        if token == 0 {
          mass = exponential(chain.initial[to])
        } else {
          for from in 0..<labels { mass += forward[(token - 1) * labels + from] * move[from * labels + to] }
        }
        mass *= potential[token * labels + to]
        forward[token * labels + to] = mass
        sum += mass
      }
      sum = max(sum, .leastNormalMagnitude)
      for label in 0..<labels { forward[token * labels + label] /= sum }
      scale[token] = sum
      logPartition += logarithm(sum)
    }
    var backward = [Float](repeating: 1, count: labels)
    marginals = forward
    if countsMoves { moves = [Float](repeating: 0, count: labels * labels) }
    for token in stride(from: count - 2, through: 0, by: -1) {
      var weighted = [Float](repeating: 0, count: labels)
      for to in 0..<labels {
        weighted[to] = backward[to] * potential[(token + 1) * labels + to] / scale[token + 1]
      }
      for from in 0..<labels {
        var mass: Float = 0
        let left = forward[token * labels + from]
        for to in 0..<labels {
          let through = move[from * labels + to] * weighted[to]
          mass += through
          if countsMoves { moves[from * labels + to] += left * through }
        }
        backward[from] = mass
        marginals[token * labels + from] = left * mass
      }
    }
  }
}
