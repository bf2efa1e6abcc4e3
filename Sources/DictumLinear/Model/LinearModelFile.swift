package import DictumKit
package import DictumModelFile

// How a linear model is written: safetensors with the tensors
// `features` (`I64 [n]`, hashes), `row_lengths` (`U8 [n]`), `row_labels` (`U8 [w]`), `row_values` (`I8 [w]`),
// `scale` (`F32 [1]`), `transitions` (`F32 [labels, labels]`) and `initial` (`F32 [labels]`); a word table is a pair of
// tensors, the words' hashes (`I64 [c]`) and their numbers (`I32 [c]`).

extension LinearModel {
  /// Reads a model.
  ///
  /// - Parameters:
  ///   - file: the tables.
  ///   - labels: the number of labels that the reader knows.
  ///   - prefix: what the tensors' names begin with, where a file holds several models.
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  package init(_ file: ModelTables, labels: Int, prefix: String = "") throws(DictumError) {
    let features = try file.integers(prefix + "features", as: UInt64.self)
    let lengths = try file.integers(prefix + "row_lengths", as: UInt8.self)
    let rowLabels = try file.integers(prefix + "row_labels", as: UInt8.self)
    let values = try file.integers(prefix + "row_values", as: Int8.self)
    let scale = try file.floats(prefix + "scale", count: 1)
    let chain = LinearChain(
      labels: labels,
      transitions: try file.floats(prefix + "transitions", count: labels * labels),
      initial: try file.floats(prefix + "initial", count: labels)
    )
    guard features.count == lengths.count, rowLabels.count == values.count,
      lengths.reduce(0, { $0 + Int($1) }) == values.count,
      rowLabels.allSatisfy({ $0 < labels })
    else { throw DictumError(.modelMismatch, "\(file.path): the tables of the tagger do not fit together") }
    self.init(
      features: features,
      lengths: lengths,
      rowLabels: rowLabels,
      rowValues: values,
      scale: scale[0],
      chain: chain
    )
  }
}

extension WordTable {
  /// Reads the table of the tensors `words` and `numbers`.
  ///
  /// - Throws: `modelMismatch`.
  package init(_ file: ModelTables, words: String, numbers: String) throws(DictumError) {
    let hashes = try file.integers(words, as: UInt64.self)
    let values = try file.integers(numbers, as: UInt32.self)
    guard hashes.count == values.count else {
      throw DictumError(.modelMismatch, "\(file.path): \(words) and \(numbers) do not fit together")
    }
    self.init(zip(hashes, values).map { (hash: $0, value: $1) })
  }
}
