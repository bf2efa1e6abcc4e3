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
      Self.advance(&forward, move, chain, token)
      var sum: Float = 0
      for to in 0..<labels {
        forward[token * labels + to] *= potential[token * labels + to]
        sum += forward[token * labels + to]
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

  /// The mass that reaches each label of a token from the token before.
  private static func advance(_ forward: inout [Float], _ move: [Float], _ chain: LinearChain, _ token: Int) {
    let labels = chain.labels
    guard token > 0 else {
      for to in 0..<labels { forward[to] = exponential(chain.initial[to]) }
      return
    }
    forward.withUnsafeMutableBufferPointer { forward in
      move.withUnsafeBufferPointer { move in
        let here = token * labels
        for from in 0..<labels {
          let mass = forward[here - labels + from]
          for to in 0..<labels { forward[here + to] += mass * move[from * labels + to] }
        }
      }
    }
  }
}
