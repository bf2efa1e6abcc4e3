/// The weights of a linear tagger: a hash table from features to rows of label weights.
package struct LinearModel: Sendable {
  package let chain: LinearChain
  /// For the best labels of sentences.
  package let decoder: ChainDecoder
  /// For the labels' probabilities.
  package let potentials: ChainPotentials
  /// The features' hashes, in the order of the rows.
  package let features: [UInt64]
  /// How many weights each row has.
  package let lengths: [UInt8]
  package let rowLabels: [UInt8]
  package let rowValues: [Int8]
  /// The worth of one step of a value.
  package let scale: Float

  private let table: FeatureTable
  /// The rows with a value for every label, each filled up to whole vectors. A sparse row has to be walked step by step;
  /// a full one is added at once.
  private let weights: [SIMD16<Int8>]
  /// Vectors a row.
  private let width: Int

  /// The number of stored weights.
  package var weightCount: Int { rowValues.count }

  /// A model from its tables; the row lengths must add up to the number of weights.
  package init(
    features: [UInt64],
    lengths: [UInt8],
    rowLabels: [UInt8],
    rowValues: [Int8],
    scale: Float,
    chain: LinearChain
  ) {
    self.features = features
    self.lengths = lengths
    self.rowLabels = rowLabels
    self.rowValues = rowValues
    self.scale = scale
    self.chain = chain
    decoder = ChainDecoder(chain)
    potentials = ChainPotentials(chain)
    table = FeatureTable(features)
    let width = (chain.labels + 15) / 16
    var weights = [SIMD16<Int8>](repeating: SIMD16(), count: features.count * width)
    var next = 0
    for (row, length) in lengths.enumerated() {
      for entry in next..<(next + Int(length)) {
        let label = Int(rowLabels[entry])
        weights[row * width + label / 16][label % 16] = rowValues[entry]
      }
      next += Int(length)
    }
    self.weights = weights
    self.width = width
  }

  /// Rounds trained rows to eight bits.
  package init(rows: [(hash: UInt64, weights: [(label: Int, value: Float)])], chain: LinearChain) {
    let top = rows.lazy.flatMap(\.weights).map { abs($0.value) }.max() ?? 1
    let scale = max(top, 1e-6) / 127
    var features: [UInt64] = []
    var lengths: [UInt8] = []
    var labels: [UInt8] = []
    var values: [Int8] = []
    for row in rows {
      let kept = row.weights.map { ($0.label, Int8(($0.value / scale).rounded())) }.filter { $0.1 != 0 }
      if kept.isEmpty { continue }
      features.append(row.hash)
      lengths.append(UInt8(kept.count))
      labels += kept.map { UInt8($0.0) }
      values += kept.map(\.1)
    }
    self.init(features: features, lengths: lengths, rowLabels: labels, rowValues: values, scale: scale, chain: chain)
  }

  /// Scores of a run of tokens, `[token * labels + label]`.
  ///
  /// - Parameters:
  ///   - rows: the features of all tokens.
  ///   - tokens: the tokens to score; all when nil.
  package func scores(_ rows: FeatureRows, _ tokens: Range<Int>? = nil) -> [Float] {
    let labels = chain.labels
    let tokens = tokens ?? 0..<rows.count
    var scores = [Float](repeating: 0, count: tokens.count * labels)
    let most = tokens.lazy.map { rows.starts[$0 + 1] - rows.starts[$0] }.max() ?? 0
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, most)) { found in
      rows.hashes.withUnsafeBufferPointer { hashes in
        weights.withUnsafeBufferPointer { weights in
          for token in tokens {
            let features = UnsafeBufferPointer(rebasing: hashes[rows.starts[token]..<rows.starts[token + 1]])
            // First all rows, then all weights: each look-up waits for memory, but not for the one before it.
            let known = found[..<table.find(features, into: found)]
            let base = (token - tokens.lowerBound) * labels
            for vector in 0..<width {
              // Some hundred features of at most 127 stay far below the largest number.
              var sum = SIMD16<Int16>()
              for row in known {
                sum &+= SIMD16<Int16>(truncatingIfNeeded: weights[(Int(row) - 1) * width + vector])
              }
              for label in 0..<min(16, labels - vector * 16) {
                scores[base + vector * 16 + label] = Float(sum[label]) * scale
              }
            }
          }
        }
      }
    }
    return scores
  }
}
