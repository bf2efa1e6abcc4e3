import DictumKit
package import DictumLinear
import DictumModelFile
import DictumNeural
import Glibc

/// A multinomial logistic regression with a temperature (Guo et al., “On Calibration of Modern Neural Networks”, ICML
/// 2017) that makes its probabilities honest.
package struct OpinionClassifier: Sendable {
  /// Against, neutral, favor; or negative, neutral, positive.
  package static let labelCount = 3

  package let model: LinearModel
  package let temperature: Float

  package init(_ model: LinearModel, temperature: Float) {
    self.model = model
    self.temperature = temperature
  }

  /// Reads the tables that begin with a prefix.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  init(_ file: ModelTables, prefix: String) throws(DictumError) {
    model = try LinearModel(file, labels: Self.labelCount, prefix: prefix)
    let value = try file.floats(prefix + "temperature", count: 1)[0]
    guard value > 0 else {
      throw DictumError(.modelMismatch, "\(file.path): \(prefix)temperature is not positive")
    }
    temperature = value
  }

  /// The probabilities of the labels, `[row * labels + label]`.
  package func probabilities(_ rows: FeatureRows) -> [Float] {
    var scores = model.scores(rows)
    for base in stride(from: 0, to: scores.count, by: Self.labelCount) {
      var sum: Float = 0
      let top = scores[base..<(base + Self.labelCount)].max() ?? 0
      for at in base..<(base + Self.labelCount) {
        scores[at] = expf((scores[at] - top) / temperature)
        sum += scores[at]
      }
      for at in base..<(base + Self.labelCount) { scores[at] /= sum }
    }
    return scores
  }
}
