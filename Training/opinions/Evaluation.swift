import DictumLinear
import Foundation
import LinearTraining
import Opinions

/// How a classifier does on examples.
struct Evaluation {
  let macroF1: Double
  let calibrationError: Double
  let loss: Double
  /// The best F1 over thresholds of finding a side that is none of the middle label, with its precision and threshold.
  let sides: (f1: Double, precision: Double, threshold: Float)

  init(_ classifier: OpinionClassifier, _ examples: [Example]) {
    var counts = [[Double]](repeating: [0, 0, 0], count: 3)
    var bins = [(count: Double, sure: Double, right: Double)](repeating: (0, 0, 0), count: 10)
    var sum = 0.0
    var taken: [(sure: Float, isRight: Bool)] = []
    for example in examples {
      let found = classifier.probabilities(example.rows)
      let best = found.indices.max { found[$0] < found[$1] } ?? 0
      let gold = example.labels[0]
      counts[gold][best] += 1
      let bin = min(9, Int(found[best] * 10))
      bins[bin].count += 1
      bins[bin].sure += Double(found[best])
      bins[bin].right += best == gold ? 1 : 0
      let label = found[2] > found[0] ? 2 : 0
      taken.append((found[label], gold == label))
      sum -= Double(logf(max(found[gold], 1e-9)))
    }
    let scores = (0..<3).compactMap { label -> Double? in
      let gold = counts[label].reduce(0, +)
      let predicted = counts.reduce(0) { $0 + $1[label] }
      return gold == 0 ? nil : 2 * counts[label][label] / (gold + predicted)
    }
    macroF1 = 100 * scores.reduce(0, +) / Double(max(1, scores.count))
    calibrationError = bins.reduce(0) { $0 + abs($1.sure - $1.right) } / Double(max(1, examples.count))
    let gold = counts[0].reduce(0, +) + counts[2].reduce(0, +)
    var top: (f1: Double, precision: Double, threshold: Float) = (0, 0, 0)
    var right = 0.0
    for (place, one) in taken.sorted(by: { $0.sure > $1.sure }).enumerated() {
      right += one.isRight ? 1 : 0
      let f1 = 200 * right / (Double(place + 1) + gold)
      if f1 > top.f1 { top = (f1, 100 * right / Double(place + 1), one.sure) }
    }
    sides = top
    loss = sum / Double(max(1, examples.count))
  }

  var text: String {
    String(
      format: "macro-F1 %.2f, calibration error %.3f, loss %.3f, sides F1 %.1f (precision %.1f from %.2f)",
      macroF1,
      calibrationError,
      loss,
      sides.f1,
      sides.precision,
      sides.threshold
    )
  }
}
