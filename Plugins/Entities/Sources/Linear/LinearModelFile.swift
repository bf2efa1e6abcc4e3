import DictumKit
import DictumLinear
import DictumModelFile
import DictumNeural

/// The file of a linear tagger: a linear model, and word clusters `cluster_words` with `cluster_ids` (coarse in the upper
/// half, fine in the lower).
enum LinearModelFile {
  /// The tagger of a file.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  static func tagger(_ file: ModelTables) throws(DictumError) -> LinearTagger {
    let model = try LinearModel(file, labels: EntityLabels.count)
    let clusters = try WordTable(file, words: "cluster_words", numbers: "cluster_ids")
    return LinearTagger(model: model, extractor: FeatureExtractor(clusters: clusters))
  }
}
