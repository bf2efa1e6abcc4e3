public import DictumKit

/// A head that says where one span of the text stands toward another: who is for or against whom.
public struct RelationClassifier: Sendable {
  /// Somebody, and whom or what they may take a side on.
  public struct Question: Sendable, Hashable {
    /// UTF-8.
    public var holder: TextSpan
    /// UTF-8, in the holder’s sentence.
    public var target: TextSpan

    /// A holder and a target (UTF-8).
    public init(holder: TextSpan, target: TextSpan) {
      self.holder = holder
      self.target = target
    }
  }

  public let description: HeadDescription
  private let layers: HeadLayers

  /// The head of that name.
  ///
  /// - Throws: `modelLacksHead`.
  public init(_ name: String, of model: Model) throws(DictumError) {
    (description, layers) = try model.head(name, .spans)
  }

  /// Classifies pairs of spans of one document.
  ///
  /// Features: `[CLS]` of the holder’s window, the means over the holder’s pieces, the target’s, and those of the
  /// sentences that the holder touches.
  /// - Returns: one for each question; nil where one of the spans touches no word.
  /// - Throws: `engineFailed`.
  public func classify(
    _ questions: [Question],
    in document: EncodedDocument,
    with encoder: Encoder
  ) throws(DictumError) -> [LabelScores?] {
    let touched = questions.map { question -> (holder: Range<Int>, target: Range<Int>)? in
      guard let holder = document.words(in: question.holder), let target = document.words(in: question.target) else {
        return nil
      }
      return (holder, target)
    }
    let width = document.width
    return try encoder.scores(description, layers, of: touched) { asked, features in
      let (holder, target) = asked
      document.writeWindowVector(document.window(ofWord: holder.lowerBound), to: features)
      document.writeMean(of: document.pieces(of: holder), to: features + width)
      document.writeMean(of: document.pieces(of: target), to: features + 2 * width)
      document.writeMean(of: document.sentencePieces(around: holder), to: features + 3 * width)
    }
  }
}
