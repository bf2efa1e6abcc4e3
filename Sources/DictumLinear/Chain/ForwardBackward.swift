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
