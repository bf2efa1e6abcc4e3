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
    let present = runs.filter { !$0.isEmpty }
    let logits = try encoder.logits(layers, count: present.count) { index, features in
      let words = present[index]
      document.writeWindowVector(document.window(ofWord: words.lowerBound), to: features)
      document.writeMean(of: document.pieces(of: words), to: features + document.width)
    }
    var scores = LabelScores.rows(logits, description).makeIterator()
    return runs.map { $0.isEmpty ? nil : scores.next() }
  }
}
