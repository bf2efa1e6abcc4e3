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

  /// Fitted by `train-opinions listed`.
  let odds = SideOdds(
    intercept: -0.674,
    weights: SideClue.allCases.map { [.odds: 0.737][$0] ?? 0 }
  )
}
