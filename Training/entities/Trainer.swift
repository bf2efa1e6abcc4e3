import Entities
import Foundation

/// Fits a linear-chain CRF by AdaGrad.
struct Trainer {
  private static let rate: Float = 0.1
  private static let decay: Float = 1e-7
  private static let dropout: UInt64 = 50  // per cent of features left out at each visit

  let labels: Int
  private var index: [UInt64: Int32] = [:]
  private var weights: [Float]
  private var squares: [Float]
  private var chain: LinearChain
  private var moveSquares: [Float]
  private var seed: UInt64 = 1

  var featureCount: Int { index.count }

  init(_ corpus: Corpus, labels: Int, minimumCount: Int) {
    self.labels = labels
    var counts: [UInt64: Int32] = [:]
    for example in corpus.examples { for feature in example.features { counts[feature.value, default: 0] += 1 } }
    for (feature, count) in counts.sorted(by: { $0.key < $1.key }) where count >= minimumCount {
      index[feature] = Int32(index.count)
    }
    weights = [Float](repeating: 0, count: index.count * labels)
    squares = weights
    var transitions = [Float](repeating: 0, count: labels * labels)
    var initial = [Float](repeating: 0, count: labels)
    for from in 0..<labels {
      for to in 0..<labels where !EntityLabels.allows(from, to) {
        transitions[from * labels + to] = LinearChain.forbidden
      }
      if !EntityLabels.allows(0, from) { initial[from] = LinearChain.forbidden }
    }
    chain = LinearChain(labels: labels, transitions: transitions, initial: initial)
    moveSquares = [Float](repeating: 0, count: labels * labels)
  }

  /// One pass over the corpus in random order; returns the mean loss a token.
  mutating func epoch(_ corpus: Corpus) -> Float {
    var order = Array(corpus.examples.indices)
    for i in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(i, Int(next() % UInt64(i + 1))) }
    var loss: Double = 0
    for i in order { loss += Double(visit(corpus.examples[i])) }
    return Float(loss / Double(corpus.tokenCount))
  }

  private mutating func next() -> UInt64 {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var z = seed
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func visit(_ example: Example) -> Float {
    let count = example.labels.count
    var rows: [Int32] = []
    var starts = [0]
    for token in 0..<count {
      for feature in example.features[example.starts[token]..<example.starts[token + 1]] {
        guard let row = index[feature.value], next() % 100 >= Self.dropout else { continue }
        rows.append(row * Int32(labels))
      }
      starts.append(rows.count)
    }
    var scores = [Float](repeating: 0, count: count * labels)
    weights.withUnsafeBufferPointer { weights in
      for token in 0..<count {
        for row in rows[starts[token]..<starts[token + 1]] {
          for label in 0..<labels { scores[token * labels + label] += weights[Int(row) + label] }
        }
      }
    }
    let pass = scores.withUnsafeBufferPointer { ForwardBackward(chain, $0, countsMoves: true) }
    var gold: Float = 0
    var gradient = pass.marginals
    var moves = pass.moves
    for token in 0..<count {
      let label = example.labels[token]
      gold += scores[token * labels + label]
      gradient[token * labels + label] -= 1
      if token > 0 {
        let move = example.labels[token - 1] * labels + label
        gold += chain.transitions[move]
        if !moves.isEmpty { moves[move] -= 1 }
      } else {
        gold += chain.initial[label]
      }
    }
    step(rows, starts, gradient, moves)
    return pass.logPartition - gold
  }

  private mutating func step(_ rows: [Int32], _ starts: [Int], _ gradient: [Float], _ moves: [Float]) {
    let labels = self.labels
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeMutableBufferPointer { squares in
        for token in 0..<(starts.count - 1) {
          for row in rows[starts[token]..<starts[token + 1]] {
            for label in 0..<labels {
              let at = Int(row) + label
              let g = gradient[token * labels + label] + Self.decay * weights[at]
              if abs(g) < 1e-5 { continue }
              squares[at] += g * g
              weights[at] -= Self.rate * g / (squares[at].squareRoot() + 1e-3)
            }
          }
        }
      }
    }
    for at in moves.indices where chain.transitions[at] > LinearChain.forbidden / 2 && moves[at] != 0 {
      moveSquares[at] += moves[at] * moves[at]
      chain.transitions[at] -= Self.rate * moves[at] / (moveSquares[at].squareRoot() + 1e-3)
    }
  }

  /// The model so far; weights closer to zero than `threshold` are left out.
  func model(threshold: Float) -> LinearModel {
    var rows: [(hash: UInt64, weights: [(label: Int, value: Float)])] = []
    for (hash, row) in index {
      let base = Int(row) * labels
      let kept = (0..<labels).filter { abs(weights[base + $0]) > threshold }.map { ($0, weights[base + $0]) }
      if !kept.isEmpty { rows.append((hash, kept)) }
    }
    return LinearModel(rows: rows.sorted { $0.hash < $1.hash }, chain: chain)
  }
}
