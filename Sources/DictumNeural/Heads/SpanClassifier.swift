public import DictumKit

/// A head that says something about spans of the text: the stance toward a target.
public struct SpanClassifier: Sendable {
  public let description: HeadDescription
  private let layers: HeadLayers

  /// The span head of that name.
  ///
  /// - Throws: `modelLacksHead`.
  public init(_ name: String, of model: Model) throws(DictumError) {
    (description, layers) = try model.head(name, .span)
  }

  /// Classifies spans of one document.
  ///
  /// Features: the mean over the pieces of the words that the span touches, `[CLS]` of the first one's window, the mean
  /// over the sentences that it touches.
  /// - Parameter spans: UTF-8.
  /// - Returns: one for each span; nil where a span touches no word.
  /// - Throws: `engineFailed`.
  public func classify(
    _ spans: [TextSpan],
    in document: EncodedDocument,
    with encoder: Encoder
  ) throws(DictumError) -> [LabelScores?] {
    let width = document.width
    return try encoder.scores(description, layers, of: spans.map { document.words(in: $0) }) { words, features in
      document.writeMean(of: document.pieces(of: words), to: features)
      document.writeWindowVector(document.window(ofWord: words.lowerBound), to: features + width)
      document.writeMean(of: document.sentencePieces(around: words), to: features + 2 * width)
    }
  }
}
