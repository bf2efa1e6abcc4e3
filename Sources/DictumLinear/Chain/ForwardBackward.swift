/// A chain's moves as potentials, for many sentences.
package struct ChainPotentials: Sendable {
  let labels: Int
  /// Vectors that hold a number for each label.
  let width: Int
  /// `[from * width + vector]`: the moves to eight labels.
  let onward: [SIMD8<Float>]
  /// `[to * width + vector]`: the moves from eight labels.
  let backward: [SIMD8<Float>]
  let initial: [Float]

  /// The potentials of a chain.
  package init(_ chain: LinearChain) {
    labels = chain.labels
    width = (labels + 7) / 8
    let labels = labels
    let moves = chain.transitions.map(exponential)
    let turned = (0..<labels * labels).map { moves[$0 % labels * labels + $0 / labels] }
    onward = ChainDecoder.rows(moves, labels: labels, filling: 0)
    backward = ChainDecoder.rows(turned, labels: labels, filling: 0)
    initial = chain.initial.map(exponential)
  }
}

/// The forward and backward passes over one sentence, with potentials scaled at every token.
package struct ForwardBackward {
  /// The probability of each label at each token, `[token * labels + label]`.
  package private(set) var marginals: [Float] = []
  package private(set) var logPartition: Float = 0
  /// Expected number of times that each move is made: `[from * labels + to]`.
  package private(set) var moves: [Float] = []

  package init(_ chain: LinearChain, _ scores: UnsafeBufferPointer<Float>, countsMoves: Bool = false) {
    self.init(ChainPotentials(chain), scores, countsMoves: countsMoves)
  }

  /// - Parameters:
  ///   - chain: the moves.
  ///   - scores: log potentials, `[token * labels + label]`.
  package init(_ chain: ChainPotentials, _ scores: UnsafeBufferPointer<Float>, countsMoves: Bool = false) {
    let labels = chain.labels
    let width = chain.width
    let count = scores.count / labels
    guard count > 0 else { return }
    var potential = [SIMD8<Float>](repeating: SIMD8(), count: count * width)
    var forward = potential
    var scale = [Float](repeating: 0, count: count)
    for token in 0..<count {
      var top = -Float.infinity
      for label in 0..<labels { top = max(top, scores[token * labels + label]) }
      for label in 0..<labels {
        potential[token * width + label / 8][label % 8] = exponential(scores[token * labels + label] - top)
      }
      logPartition += top
      var sum: Float = 0
      for vector in 0..<width {
        let reached = Self.reached(token, vector, forward, chain)
        let mass = reached * potential[token * width + vector]
        forward[token * width + vector] = mass
        sum += mass.sum()
      }
      sum = max(sum, .leastNormalMagnitude)
      for vector in 0..<width { forward[token * width + vector] /= sum }
      scale[token] = sum
      logPartition += logarithm(sum)
    }
    var backward = [SIMD8<Float>](repeating: SIMD8(repeating: 1), count: width)
    marginals = [Float](repeating: 0, count: count * labels)
    for label in 0..<labels {
      marginals[(count - 1) * labels + label] = forward[(count - 1) * width + label / 8][label % 8]
    }
    if countsMoves { moves = [Float](repeating: 0, count: labels * labels) }
    var weighted = backward
    for token in stride(from: count - 2, through: 0, by: -1) {
      for vector in 0..<width {
        weighted[vector] = backward[vector] * potential[(token + 1) * width + vector] / scale[token + 1]
      }
      if countsMoves { countMoves(chain, forward, weighted, token) }
      for vector in 0..<width {
        var mass = SIMD8<Float>()
        for to in 0..<labels { mass += chain.backward[to * width + vector] * weighted[to / 8][to % 8] }
        backward[vector] = mass
        let marginal = forward[token * width + vector] * mass
        for lane in 0..<min(8, labels - vector * 8) { marginals[token * labels + vector * 8 + lane] = marginal[lane] }
      }
    }
  }

  /// The mass that reaches eight labels of a token from the token before.
  private static func reached(
    _ token: Int,
    _ vector: Int,
    _ forward: [SIMD8<Float>],
    _ chain: ChainPotentials
  ) -> SIMD8<Float> {
    var mass = SIMD8<Float>()
    if token == 0 {
      for lane in 0..<min(8, chain.labels - vector * 8) { mass[lane] = chain.initial[vector * 8 + lane] }
      return mass
    }
    let previous = (token - 1) * chain.width
    for from in 0..<chain.labels {
      mass += chain.onward[from * chain.width + vector] * forward[previous + from / 8][from % 8]
    }
    return mass
  }

  private mutating func countMoves(
    _ chain: ChainPotentials,
    _ forward: [SIMD8<Float>],
    _ weighted: [SIMD8<Float>],
    _ token: Int
  ) {
    for from in 0..<chain.labels {
      let left = forward[token * chain.width + from / 8][from % 8]
      for vector in 0..<chain.width {
        let through = chain.onward[from * chain.width + vector] * weighted[vector] * left
        for lane in 0..<min(8, chain.labels - vector * 8) {
          moves[from * chain.labels + vector * 8 + lane] += through[lane]
        }
      }
    }
  }
}
