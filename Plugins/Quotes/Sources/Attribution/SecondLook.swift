import DictumKit
import DictumNeural

/// Looks at each statement once more, source, cue and content together, and says how sure it is that it is one.
///
/// A head of the encoder reads the statement’s sentences with the role of each word; it has learned from statements that
/// were found and were none.
struct SecondLook {
  static let heads: [(name: String, kind: HeadKind)] = [("statement", .roles)]
  /// The likelihood from which a statement is sure: of such, 91 of 100 are statements on PolNeAR’s dev articles and 97 on
  /// the world’s, and they are 82 and 85 of 100 of all that are found.
  private static let sure: Float = 0.96

  /// Notes certainty and confidence of the document’s quotes, leaves out those below `least`, and keeps what the encoder
  /// made of them for later stages.
  ///
  /// - Throws: `engineFailed`, `modelLacksHead`.
  static func take(at document: inout Document, least: Double) throws(DictumError) {
    guard let encoding = document[.encoding] else { return }
    var quotes = document[.quotes]
    let statements = quotes.map { AttributedStatement($0, among: document[.sentences]) }
    let text = document.text.bytes
    let classifier = try StatementClassifier(of: encoding.model)
    var (encoded, likelihoods) = try encoding.encoders.withEncoder { encoder throws(DictumError) in
      let encoded = try encoder.encode(statements, of: text)
      return (encoded, try classifier.likelihoods(encoded, with: encoder))
    }
    for (index, likelihood) in likelihoods.enumerated() {
      let likelihood = likelihood ?? 0
      quotes[index].certainty = likelihood >= sure ? .sure : .possible
      quotes[index].confidence = Double(likelihood)
    }
    let kept = quotes.indices.filter { quotes[$0].confidence >= least }
    encoded = kept.map { encoded[$0] }
    document[.quotes] = kept.map { quotes[$0] }.inTextOrder
    document[.statements] = encoded
  }
}
