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
    try encoder.scores(description, layers, of: statements.map(\.windows.first)) { window, features in
      features.update(from: window.roles, count: layers.features)
    }.map { $0?.probability(of: "statement") }
  }
}
