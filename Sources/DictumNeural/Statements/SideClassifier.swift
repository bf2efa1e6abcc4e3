public import DictumKit

/// A head that says on what a statement’s holder takes which side: the stance of targeted opinions with a holder (Deng and
/// Wiebe, “MPQA 3.0”, NAACL 2015), not the tone of the words around a target.
public struct SideClassifier: Sendable {
  private let description: HeadDescription
  private let layers: HeadLayers

  /// The head `position` of a model.
  ///
  /// - Throws: `modelLacksHead`.
  public init(of model: Model) throws(DictumError) {
    (description, layers) = try model.head("position", .roleTarget)
  }

  /// Classifies spans of the statements’ sentences.
  ///
  /// Features: the mean over the pieces of the words that the span touches in the window where it begins, then what
  /// `StatementClassifier` reads, of that window.
  /// - Parameter targets: of each statement (UTF-8).
  /// - Returns: for each statement one for each target, with the labels against, neutral and favor; nil where a target
  ///   begins in none of the windows.
  /// - Throws: `engineFailed`.
  public func sides(
    toward targets: [[TextSpan]],
    of statements: [EncodedStatement],
    with encoder: Encoder
  ) throws(DictumError) -> [[LabelScores?]] {
    typealias Asked = (window: EncodedStatement.Window, pieces: Range<Int>)
    let asked = zip(statements, targets).flatMap { statement, targets in
      targets.map { target -> Asked? in
        statement.windows.lazy.compactMap { window in window.pieces(of: target).map { (window, $0) } }.first
      }
    }
    let width = encoder.model.config.width
    let scores = try encoder.scores(description, layers, of: asked) { asked, features in
      let (window, pieces) = asked
      features.update(repeating: 0, count: width)
      window.vectors.withUnsafeBufferPointer { vectors in
        guard let base = vectors.baseAddress else { return }
        for piece in pieces { add(base + piece * width, to: features, count: width) }
      }
      for column in 0..<width { features[column] /= Float(pieces.count) }
      (features + width).update(from: window.roles, count: window.roles.count)
    }
    var next = scores.makeIterator()
    return targets.map { $0.map { _ in next.next() ?? nil } }
  }
}

extension EncodedStatement.Window {
  /// The pieces of the words that a span touches, if it begins within the window.
  fileprivate func pieces(of span: TextSpan) -> Range<Int>? {
    guard let first = words.first, let last = words.last, span.start >= first.span.start, span.start < last.span.end
    else { return nil }
    let touched = words.indices.filter { words[$0].span.start < span.end && words[$0].span.end > span.start }
    guard let low = touched.first, let high = touched.last else { return nil }
    return words[low].pieces.lowerBound..<words[high].pieces.upperBound
  }
}
