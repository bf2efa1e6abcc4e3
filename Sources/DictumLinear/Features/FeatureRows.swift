/// Features of a run of tokens, one token after the other.
package struct FeatureRows: Sendable {
  package var hashes: [FeatureHash] = []
  /// `hashes[starts[i]..<starts[i + 1]]` belong to token `i`.
  package var starts: [Int] = [0]

  package init() {}

  /// The number of tokens.
  package var count: Int { starts.count - 1 }

  /// Ends a token's features.
  @inlinable package mutating func endToken() { starts.append(hashes.count) }

  /// Empties the rows, keeping their memory.
  package mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
  }

  /// The rows of some of the tokens.
  package func slice(_ tokens: Range<Int>) -> FeatureRows {
    var slice = FeatureRows()
    let first = starts[tokens.lowerBound]
    slice.hashes = Array(hashes[first..<starts[tokens.upperBound]])
    slice.starts = starts[tokens.lowerBound...tokens.upperBound].map { $0 - first }
    return slice
  }
}
