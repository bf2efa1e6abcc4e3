import DictumLinear
import Foundation
import LinearTraining
import Opinions

/// How a classifier does on examples.
struct Evaluation {
  let macroF1: Double
  let calibrationError: Double
  let loss: Double

  init(_ classifier: OpinionClassifier, _ examples: [Example]) {
    var counts = [[Double]](repeating: [0, 0, 0], count: 3)
    var bins = [(count: Double, sure: Double, right: Double)](repeating: (0, 0, 0), count: 10)
    var sum = 0.0
    for example in examples {
      let found = classifier.probabilities(example.rows)
      let best = found.indices.max { found[$0] < found[$1] } ?? 0
      let gold = example.labels[0]
      counts[gold][best] += 1
      let bin = min(9, Int(found[best] * 10))
      bins[bin].count += 1
      bins[bin].sure += Double(found[best])
      bins[bin].right += best == gold ? 1 : 0
      sum -= Double(logf(max(found[gold], 1e-9)))
    }
    let scores = (0..<3).compactMap { label -> Double? in
      let gold = counts[label].reduce(0, +)
      let predicted = counts.reduce(0) { $0 + $1[label] }
      return gold == 0 ? nil : 2 * counts[label][label] / (gold + predicted)
    }
    macroF1 = 100 * scores.reduce(0, +) / Double(max(1, scores.count))
    calibrationError = bins.reduce(0) { $0 + abs($1.sure - $1.right) } / Double(max(1, examples.count))
    loss = sum / Double(max(1, examples.count))
  }

  var text: String {
    String(format: "macro-F1 %.2f, calibration error %.3f, loss %.3f", macroF1, calibrationError, loss)
  }
}
