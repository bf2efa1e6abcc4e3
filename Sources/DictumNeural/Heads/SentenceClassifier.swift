public import DictumKit

/// A head that says something about sentences: their sentiment.
public struct SentenceClassifier: Sendable {
  public let description: HeadDescription
  private let layers: HeadLayers

  /// The sentence head of that name.
  ///
  /// - Throws: `modelLacksHead`.
  public init(_ name: String, of model: Model) throws(DictumError) {
    (description, layers) = try model.head(name, .sentence)
  }

  /// Classifies runs of words, such as a sentence's or a statement's.
  ///
  /// Features: `[CLS]` of the first word's window, the mean over the run's pieces.
  /// - Parameter runs: indices into the document's words.
  /// - Returns: one for each run; nil for an empty one.
  /// - Throws: `engineFailed`.
  public func classify(
    words runs: [Range<Int>],
    in document: EncodedDocument,
    with encoder: Encoder
  ) throws(DictumError) -> [LabelScores?] {
    try encoder.scores(description, layers, of: runs.map { $0.isEmpty ? nil : $0 }) { words, features in
      document.writeWindowVector(document.window(ofWord: words.lowerBound), to: features)
      document.writeMean(of: document.pieces(of: words), to: features + document.width)
    }
  }
}
