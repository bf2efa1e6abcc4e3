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

  /// The most probable label; the first of equals.
  public var label: String { labels[best] }

  /// The probability of `label`.
  public var confidence: Float { probabilities[best] }

  /// The probability of a label; 0 for one that the head does not know.
  public func probability(of label: String) -> Float {
    labels.firstIndex(of: label).map { probabilities[$0] } ?? 0
  }

  private var best: Int {
    probabilities.indices.reduce(0) { probabilities[$1] > probabilities[$0] ? $1 : $0 }
  }

  /// One for each row of `logits`, `[rows, labels]`.
  static func rows(_ logits: [Float], _ head: HeadDescription) -> [LabelScores] {
    let count = head.labels.count
    return stride(from: 0, to: logits.count, by: count).map { start in
      LabelScores(labels: head.labels, logits: logits[start..<start + count], temperature: head.temperature)
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
