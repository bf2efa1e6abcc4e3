public import DictumKit

/// A head that sees source, cue and content together and says whether they are a statement.
public struct StatementClassifier: Sendable {
  private let description: HeadDescription
  private let layers: HeadLayers

  /// The head `statement` of a model.
  ///
  /// - Throws: `modelLacksHead`.
  public init(of model: Model) throws(DictumError) {
    (description, layers) = try model.head("statement", .roles)
  }

  /// How likely each is a statement, from 0 to 1; nil where its sentences hold no word.
  ///
  /// Features, of the first window: `[CLS]`, the means over the pieces of content, cue and source.
  /// - Throws: `engineFailed`.
  public func likelihoods(
    _ statements: [EncodedStatement],
    with encoder: Encoder
  ) throws(DictumError) -> [Float?] {
    let present = statements.compactMap(\.windows.first)
    let logits = try encoder.logits(layers, count: present.count) { index, features in
      features.update(from: present[index].roles, count: layers.features)
    }
    var scores = LabelScores.rows(logits, description).makeIterator()
    return statements.map { $0.windows.isEmpty ? nil : scores.next()?.probability(of: "statement") }
  }
}
