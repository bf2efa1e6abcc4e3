/// The weights of a linear tagger: a hash table from features to sparse rows of label weights.
package struct LinearModel: Sendable {
  package let chain: LinearChain
  /// The features' hashes, in the order of the rows.
  package let features: [UInt64]
  /// How many weights each row has.
  package let lengths: [UInt8]
  package let rowLabels: [UInt8]
  package let rowValues: [Int8]
  /// The worth of one step of a value.
  package let scale: Float

  private let table: FeatureTable
  /// Label and value of each weight side by side.
  private let entries: [UInt16]

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
    entries = zip(rowLabels, rowValues).map { UInt16($0) << 8 | UInt16(UInt8(bitPattern: $1)) }
    table = FeatureTable(features, lengths: lengths)
  }

  /// The most weights that a table can address.
  static let maximumWeightCount = FeatureTable.maximumEnd

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
    var sums = [Int32](repeating: 0, count: tokens.count * labels)
    var found = [UInt32](repeating: 0, count: rows.hashes.count)
    found.withUnsafeMutableBufferPointer { found in
      rows.hashes.withUnsafeBufferPointer { hashes in
        sums.withUnsafeMutableBufferPointer { sums in
          entries.withUnsafeBufferPointer { entries in
            for token in tokens {
              let features = UnsafeBufferPointer(rebasing: hashes[rows.starts[token]..<rows.starts[token + 1]])
              let base = (token - tokens.lowerBound) * labels
              // First all places, then all weights: each look-up waits for memory, but not for the one before it.
              for place in found[..<table.find(features, into: found)] {
                let start = Int(place >> 8)
                for entry in start..<(start + Int(place & 0xFF)) {
                  let value = Int8(truncatingIfNeeded: entries[entry])
                  sums[base + Int(entries[entry] >> 8)] &+= Int32(value)
                }
              }
            }
          }
        }
      }
    }
    return sums.map { Float($0) * scale }
  }
}
