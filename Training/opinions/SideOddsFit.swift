import Foundation
import Opinions

/// Fits the odds of a listed side by Newton's method, with a small penalty on the weights.
struct SideOddsFit {
  private static let penalty = 1.0
  private static let steps = 12

  let odds: SideOdds

  init(_ corpus: ListedCorpus) {
    let count = SideClue.allCases.count + 1
    var weights = [Double](repeating: 0, count: count)
    for _ in 0..<Self.steps {
      var gradient = [Double](repeating: 0, count: count)
      var curvature = [[Double]](repeating: gradient, count: count)
      for (candidate, isListed) in zip(corpus.candidates, corpus.isListed) {
        let row = [1] + candidate.clues
        let likely = SideOdds.logistic(zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 })
        for i in row.indices where row[i] != 0 {
          gradient[i] += row[i] * ((isListed ? 1 : 0) - likely)
          for j in row.indices { curvature[i][j] += row[i] * row[j] * likely * (1 - likely) }
        }
      }
      for i in 1..<count {
        gradient[i] -= Self.penalty * weights[i]
        curvature[i][i] += Self.penalty
      }
      for (i, step) in Self.solve(curvature, gradient).enumerated() { weights[i] += step }
    }
    odds = SideOdds(intercept: weights[0], weights: Array(weights.dropFirst()))
  }

  /// Gaussian elimination with pivots.
  private static func solve(_ matrix: [[Double]], _ values: [Double]) -> [Double] {
    var rows = zip(matrix, values).map { $0 + [$1] }
    for column in rows.indices {
      let pivot = (column..<rows.count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      guard abs(rows[column][column]) > 1e-12 else { continue }
      for other in rows.indices where other != column {
        let factor = rows[other][column] / rows[column][column]
        for k in column..<rows[other].count { rows[other][k] -= factor * rows[column][k] }
      }
    }
    return rows.indices.map { abs(rows[$0][$0]) > 1e-12 ? rows[$0][rows.count] / rows[$0][$0] : 0 }
  }
}
