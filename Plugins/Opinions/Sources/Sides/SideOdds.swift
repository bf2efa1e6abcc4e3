import Foundation

/// How likely it is that a careful reader lists a side, from its clues: a logistic regression (Cox 1958; over a model's odds
/// alone it is Platt's scaling, 1999).
package struct SideOdds: Sendable {
  package let intercept: Double
  /// By `SideClue`.
  package let weights: [Double]

  package init(intercept: Double, weights: [Double]) {
    self.intercept = intercept
    self.weights = weights
  }

  init(intercept: Double, _ weights: [SideClue: Double]) {
    self.init(intercept: intercept, weights: SideClue.allCases.map { weights[$0] ?? 0 })
  }

  package func probability(_ candidate: SideCandidate) -> Double {
    Self.logistic(zip(weights, candidate.clues).reduce(intercept) { $0 + $1.0 * $1.1 })
  }

  /// The probability of log odds.
  package static func logistic(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }

  /// The log odds of a probability; bounded, so that none is infinite.
  static func odds(of probability: Float) -> Double {
    let bounded = min(max(Double(probability), 1e-6), 1 - 1e-6)
    return log(bounded / (1 - bounded))
  }
}
