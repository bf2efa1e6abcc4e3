import DictumKit
import DictumNeural

/// The head that reads each statement with its source, cue and content marked.
struct EncoderSideModel: SideModel {
  static let heads: [(name: String, kind: HeadKind)] = [("position", .roleTarget)]

  /// - Throws: `engineFailed`, `modelLacksHead`.
  func sides(toward targets: [[TextSpan]], of quotes: [Quote], in document: Document) throws -> [[SideScores?]] {
    guard let encoding = document[.encoding], !quotes.isEmpty else { return [] }
    let classifier = try SideClassifier(of: encoding.model)
    let text = document.text.bytes
    let known = document[.statements]
    let scores = try encoding.encoders.withEncoder { encoder throws(DictumError) in
      // The quotes stage has read them already, unless they came with the document.
      var statements = known ?? []
      if statements.count != quotes.count {
        let read = quotes.map { AttributedStatement($0, among: document[.sentences]) }
        statements = try encoder.encode(read, of: text)
      }
      return try classifier.sides(toward: targets, of: statements, with: encoder)
    }
    return scores.map { row in
      row.map { $0.map { SideScores(favor: $0.probability(of: "favor"), against: $0.probability(of: "against")) } }
    }
  }

  /// Fitted by `train-opinions listed` on articles that the head did not learn from.
  let odds = SideOdds(
    intercept: -5.260,
    [
      .odds: 0.629, .favorOdds: 0.103, .favor: 0.273, .content: 1.854, .cue: -0.241, .ownSide: -0.568,
      .pointing: -0.241,
      .possessor: 0.935, .certainty: 2.462, .feeling: 0.694, .elsewhere: 1.749,
    ]
  )
}
