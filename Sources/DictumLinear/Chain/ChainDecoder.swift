/// Finds the best labels of sentences (Viterbi 1967), in vectors of eight labels.
package struct ChainDecoder: Sendable {
  private let chain: LinearChain
  /// Vectors that hold a number for each label.
  private let width: Int
  /// `[from * width + vector]`: the moves to eight labels.
  private let moves: [SIMD8<Float>]

  /// A decoder for a chain's moves.
  package init(_ chain: LinearChain) {
    self.chain = chain
    width = (chain.labels + 7) / 8
    moves = Self.rows(chain.transitions, labels: chain.labels, filling: LinearChain.forbidden * 10)
  }

  /// The best labels of a sentence.
  ///
  /// - Parameter scores: log potentials, `[token * labels + label]`.
  package func decode(_ scores: UnsafeBufferPointer<Float>) -> [Int] {
    let labels = chain.labels
    let count = scores.count / labels
    guard count > 0 else { return [] }
    var best = (0..<labels).map { scores[$0] + chain.initial[$0] }
    var back = [UInt8](repeating: 0, count: count * labels)
    moves.withUnsafeBufferPointer { moves in
      for token in 1..<max(1, count) {
        let previous = best
        for vector in 0..<width {
          var top = moves[vector] + previous[0]
          var winners = SIMD8<Int32>()
          for from in 1..<labels {
            let candidate = moves[from * width + vector] + previous[from]
            let isBetter = candidate .> top
            top.replace(with: candidate, where: isBetter)
            winners.replace(with: Int32(truncatingIfNeeded: from), where: isBetter)
          }
          let first = vector * 8
          for lane in 0..<min(8, labels - first) {
            best[first + lane] = top[lane] + scores[token * labels + first + lane]
            back[token * labels + first + lane] = UInt8(truncatingIfNeeded: winners[lane])
          }
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

  /// A square table with each row in whole vectors.
  static func rows(_ table: [Float], labels: Int, filling: Float) -> [SIMD8<Float>] {
    let width = (labels + 7) / 8
    var rows = [SIMD8<Float>](repeating: SIMD8(repeating: filling), count: labels * width)
    for row in 0..<labels {
      for column in 0..<labels { rows[row * width + column / 8][column % 8] = table[row * labels + column] }
    }
    return rows
  }
}
