import DictumKit
import DictumNeural

/// The file of a linear tagger: safetensors with the tensors
/// `features` (`I64 [n]`, hashes), `row_lengths` (`U8 [n]`), `row_labels` (`U8 [w]`), `row_values` (`I8 [w]`),
/// `scale` (`F32 [1]`), `transitions` (`F32 [labels, labels]`), `initial` (`F32 [labels]`), and of its word clusters
/// `cluster_words` (`I64 [c]`, hashes) and `cluster_ids` (`I32 [c]`, coarse in the upper half, fine in the lower).
enum LinearModelFile {
  /// The tagger of a file.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  static func tagger(_ file: ModelTables) throws(DictumError) -> LinearTagger {
    let labels = EntityLabels.count
    let features = try file.integers("features", as: UInt64.self)
    let lengths = try file.integers("row_lengths", as: UInt8.self)
    let rowLabels = try file.integers("row_labels", as: UInt8.self)
    let values = try file.integers("row_values", as: Int8.self)
    let scale = try file.floats("scale", count: 1)
    let chain = LinearChain(
      labels: labels,
      transitions: try file.floats("transitions", count: labels * labels),
      initial: try file.floats("initial", count: labels)
    )
    let words = try file.integers("cluster_words", as: UInt64.self)
    let ids = try file.integers("cluster_ids", as: UInt32.self)
    guard features.count == lengths.count, rowLabels.count == values.count, words.count == ids.count,
      lengths.reduce(0, { $0 + Int($1) }) == values.count, values.count < LinearModel.maximumWeightCount,
      rowLabels.allSatisfy({ $0 < labels })
    else { throw DictumError(.modelMismatch, "\(file.path): the tables of the tagger do not fit together") }
    let model = LinearModel(
      features: features,
      lengths: lengths,
      rowLabels: rowLabels,
      rowValues: values,
      scale: scale[0],
      chain: chain
    )
    let clusters = Dictionary(zip(words, ids), uniquingKeysWith: { first, _ in first })
    return LinearTagger(model: model, extractor: FeatureExtractor(clusters: clusters))
  }
}
