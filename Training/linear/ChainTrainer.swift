package import DictumLinear

/// Fits a linear-chain CRF by AdaGrad (Duchi, Hazan and Singer, JMLR 2011) on single sentences, with a fixed seed.
package struct ChainTrainer {
  private static let rate: Float = 0.1
  private static let decay: Float = 1e-7
  private static let dropout: UInt64 = 50  // per cent of features left out at each visit

  /// An example whose features are rows of the weight table.
  private struct Sentence {
    var rows: [Int32]
    var starts: [Int]
    var labels: [Int]
  }

  package let labels: Int
  /// What a weight's distance from zero costs at each visit (L1), so that few weights are needed.
  private let sparsity: Float
  private var hashes: [UInt64] = []
  private let sentences: [Sentence]
  private let tokenCount: Int
  private var weights: [Float]
  private var squares: [Float]
  private var chain: LinearChain
  private var moveSquares: [Float]
  private var seed: UInt64 = 1

  package var featureCount: Int { hashes.count }

  /// A trainer of examples.
  ///
  /// - Parameters:
  ///   - examples: the sentences.
  ///   - chain: forbids what the labels' scheme forbids.
  ///   - minimumCount: features seen less often are left out.
  ///   - sparsity: what a weight's distance from zero costs at each visit.
  package init(_ examples: [Example], chain: LinearChain, minimumCount: Int, sparsity: Float = 0) {
    self.sparsity = sparsity
    labels = chain.labels
    self.chain = chain
    var counts: [UInt64: Int32] = [:]
    for example in examples { for feature in example.rows.hashes { counts[feature.value, default: 0] += 1 } }
    var index: [UInt64: Int32] = [:]
    for (feature, count) in counts.sorted(by: { $0.key < $1.key }) where count >= minimumCount {
      index[feature] = Int32(index.count)
      hashes.append(feature)
    }
    sentences = examples.map { example in
      var sentence = Sentence(rows: [], starts: [0], labels: example.labels)
      for token in example.labels.indices {
        for feature in example.rows.hashes[example.rows.starts[token]..<example.rows.starts[token + 1]] {
          if let row = index[feature.value] { sentence.rows.append(row) }
        }
        sentence.starts.append(sentence.rows.count)
      }
      return sentence
    }
    tokenCount = sentences.reduce(0) { $0 + $1.labels.count }
    weights = [Float](repeating: 0, count: hashes.count * labels)
    squares = weights
    moveSquares = [Float](repeating: 0, count: labels * labels)
  }

  /// One pass over the corpus in random order; returns the mean loss a token.
  package mutating func epoch() -> Float {
    var order = Array(sentences.indices)
    for i in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(i, Int(next() % UInt64(i + 1))) }
    var loss: Double = 0
    for i in order { loss += Double(visit(sentences[i])) }
    return Float(loss / Double(tokenCount))
  }

  private mutating func next() -> UInt64 {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var z = seed
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func visit(_ example: Sentence) -> Float {
    let count = example.labels.count
    var rows: [Int] = []
    rows.reserveCapacity(example.rows.count)
    var starts = [0]
    for token in 0..<count {
      for row in example.rows[example.starts[token]..<example.starts[token + 1]] {
        guard next() % 100 >= Self.dropout else { continue }
        rows.append(Int(row) * labels)
      }
      starts.append(rows.count)
    }
    var scores = [Float](repeating: 0, count: count * labels)
    weights.withUnsafeBufferPointer { weights in
      for token in 0..<count {
        for row in rows[starts[token]..<starts[token + 1]] {
          for label in 0..<labels { scores[token * labels + label] += weights[row + label] }
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

  private mutating func step(_ rows: [Int], _ starts: [Int], _ gradient: [Float], _ moves: [Float]) {
    let labels = self.labels
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeMutableBufferPointer { squares in
        for token in 0..<(starts.count - 1) {
          for row in rows[starts[token]..<starts[token + 1]] {
            for label in 0..<labels {
              let at = row + label
              let g = gradient[token * labels + label] + Self.decay * weights[at]
              if abs(g) < 1e-5 { continue }
              squares[at] += g * g
              let step = Self.rate / (squares[at].squareRoot() + 1e-3)
              let moved = weights[at] - step * g
              weights[at] = moved > 0 ? max(0, moved - step * sparsity) : min(0, moved + step * sparsity)
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
  ///
  /// - Parameter share: what weights are multiplied by: in training only a share of the features was there at a time.
  package func model(threshold: Float, share: Float = 1) -> LinearModel {
    var rows: [(hash: UInt64, weights: [(label: Int, value: Float)])] = []
    for (row, hash) in hashes.enumerated() {
      let base = row * labels
      let kept = (0..<labels).filter { abs(weights[base + $0]) > threshold }.map { ($0, weights[base + $0] * share) }
      if !kept.isEmpty { rows.append((hash, kept)) }
    }
    return LinearModel(rows: rows, chain: chain)
  }
}
