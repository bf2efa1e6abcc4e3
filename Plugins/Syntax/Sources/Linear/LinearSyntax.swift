package import DictumKit
package import DictumLinear
import DictumModelFile

/// Parts of speech and noun chunks without an encoder: two linear chains, the second over what the first found.
///
/// The file holds both, with the prefixes `part_` and `chunk_`, and word clusters.
package struct LinearSyntax: Sendable {
  /// The file's name.
  static let file = "syntax-small"

  /// The chain over parts of speech.
  package let parts: LinearModel
  /// The chain over noun chunks.
  package let chunks: LinearModel
  private let features: PartFeatures

  package init(parts: LinearModel, chunks: LinearModel, features: PartFeatures) {
    self.parts = parts
    self.chunks = chunks
    self.features = features
  }

  /// Reads the tables of `syntax-small`.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  init(_ file: ModelTables) throws(DictumError) {
    parts = try LinearModel(file, labels: PartOfSpeech.allCases.count, prefix: "part_")
    chunks = try LinearModel(file, labels: ChunkFeatures.labels, prefix: "chunk_")
    features = PartFeatures(clusters: try WordTable(file, words: "cluster_words", numbers: "cluster_ids"))
  }

  /// The part of speech of each token of some sentences that hold all tokens.
  package func parts(_ text: SourceText, _ tokens: [Token], _ sentences: [Range<Int>]) -> [PartOfSpeech] {
    let rows = features.rows(text, tokens, sentences)
    return labels(rows, sentences, parts).map { PartOfSpeech.allCases[$0] }
  }

  /// The noun chunks of the sentences, as runs of tokens.
  package func chunks(
    _ text: SourceText,
    _ tokens: [Token],
    _ parts: [PartOfSpeech],
    _ sentences: [Range<Int>]
  ) -> [Range<Int>] {
    let rows = ChunkFeatures.rows(text, tokens, parts, sentences)
    return Self.runs(labels(rows, sentences, chunks), sentences)
  }

  /// The runs that labels spell; none goes on over a sentence's end.
  package static func runs(_ labels: [Int], _ sentences: [Range<Int>]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for sentence in sentences {
      var start: Int?
      for index in sentence where labels[index] < 2 {
        if let start { runs.append(start..<index) }
        start = labels[index] == 1 ? index : nil
      }
      if let start { runs.append(start..<sentence.upperBound) }
    }
    return runs
  }

  private func labels(_ rows: FeatureRows, _ sentences: [Range<Int>], _ model: LinearModel) -> [Int] {
    sentences.flatMap { sentence in
      model.scores(rows, sentence).withUnsafeBufferPointer { model.decoder.decode($0) }
    }
  }
}
