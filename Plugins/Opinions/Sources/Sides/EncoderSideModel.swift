import DictumKit
import DictumNeural
import Foundation

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

  /// Platt, “Probabilistic Outputs for Support Vector Machines”, 1999; slope and shift fitted on the dev articles of
  /// positions.
  func calibrated(_ probability: Float) -> Double { Platt(slope: 0.737, shift: -0.674).probability(probability) }
}

/// A logistic curve over the log odds of a probability.
struct Platt: Sendable {
  let slope: Double
  let shift: Double

  func probability(_ probability: Float) -> Double {
    let bounded = min(max(Double(probability), 1e-6), 1 - 1e-6)
    return 1 / (1 + exp(-(slope * log(bounded / (1 - bounded)) + shift)))
  }
}
