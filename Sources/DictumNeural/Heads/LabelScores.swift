import DictumKit
import Glibc

/// What a classifying head says about one thing: a probability for each of its labels.
public struct LabelScores: Sendable, Hashable {
  /// In the order of the model file.
  public let labels: [String]
  /// From 0 to 1, together 1.
  public let probabilities: [Float]

  /// The softmax of `logits / temperature`.
  init(labels: [String], logits: ArraySlice<Float>, temperature: Float) {
    self.labels = labels
    probabilities = softmax(logits, temperature: temperature)
  }

  /// The probability of a label; 0 for one that the head does not know.
  public func probability(of label: String) -> Float {
    labels.firstIndex(of: label).map { probabilities[$0] } ?? 0
  }
}

extension Encoder {
  /// What a head says of each of some things; nil for nothing.
  ///
  /// - Parameter fill: writes the features of a thing, all of them.
  /// - Throws: `engineFailed`.
  func scores<Asked>(
    _ head: HeadDescription,
    _ layers: HeadLayers,
    of asked: [Asked?],
    fill: (Asked, UnsafeMutablePointer<Float>) -> Void
  ) throws(DictumError) -> [LabelScores?] {
    let present = asked.compactMap(\.self)
    let logits = try logits(layers, count: present.count) { fill(present[$0], $1) }
    let count = head.labels.count
    var row = 0
    return asked.map { thing in
      guard thing != nil else { return nil }
      defer { row += count }
      return LabelScores(labels: head.labels, logits: logits[row..<row + count], temperature: head.temperature)
    }
  }
}

/// The softmax of `logits / temperature`.
func softmax(_ logits: ArraySlice<Float>, temperature: Float) -> [Float] {
  let largest = logits.max() ?? 0
  let powers = logits.map { expf(($0 - largest) / temperature) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}
