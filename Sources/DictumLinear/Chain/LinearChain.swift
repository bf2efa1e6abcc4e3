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

  /// A chain that only forbids what the labels' scheme forbids; a sentence begins as if label 0 stood before it.
  package init(labels: Int, allows: (_ label: Int, _ next: Int) -> Bool) {
    self.labels = labels
    transitions = [Float](repeating: 0, count: labels * labels)
    for from in 0..<labels {
      for to in 0..<labels where !allows(from, to) { transitions[from * labels + to] = Self.forbidden }
    }
    initial = (0..<labels).map { allows(0, $0) ? 0 : Self.forbidden }
  }

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
    var winners = [Int32](repeating: 0, count: labels)
    var back = [UInt8](repeating: 0, count: count * labels)
    transitions.withUnsafeBufferPointer { transitions in
      winners.withUnsafeMutableBufferPointer { winners in
        for token in 1..<max(1, count) {
          best.withUnsafeBufferPointer { best in
            next.withUnsafeMutableBufferPointer { next in
              for to in 0..<labels {
                next[to] = best[0] + transitions[to]
                winners[to] = 0
              }
              // The inner loop is over where a move leads, so that its steps do not wait for each other.
              for from in 1..<labels {
                let score = best[from]
                for to in 0..<labels {
                  let candidate = score + transitions[from * labels + to]
                  let isBetter = candidate > next[to]
                  next[to] = isBetter ? candidate : next[to]
                  winners[to] = isBetter ? Int32(truncatingIfNeeded: from) : winners[to]
                }
              }
              for to in 0..<labels {
                next[to] += scores[token * labels + to]
                back[token * labels + to] = UInt8(truncatingIfNeeded: winners[to])
              }
            }
          }
          swap(&best, &next)
        }
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
