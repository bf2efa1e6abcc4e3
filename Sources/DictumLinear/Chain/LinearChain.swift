/// The moves of a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001).
///
/// Scores are log potentials: `[token * labels + label]`, and `transitions[from * labels + to]`.
package struct LinearChain: Sendable {
  package let labels: Int
  /// `[labels * labels]`; what the scheme forbids is very negative.
  package var transitions: [Float]
  /// Score of a label at a sentence's first token.
  package var initial: [Float]

  /// Forbidden moves: far below any score, far above the smallest float.
  package static let forbidden: Float = -1e4

  /// A chain that only forbids what the labels' scheme forbids; a sentence begins as if label 0 stood before it.
  package init(labels: Int, allows: (_ label: Int, _ next: Int) -> Bool) {
    self.labels = labels
    transitions = [Float](repeating: 0, count: labels * labels)
    for from in 0..<labels {
      for to in 0..<labels where !allows(from, to) { transitions[from * labels + to] = Self.forbidden }
    }
    initial = (0..<labels).map { allows(0, $0) ? 0 : Self.forbidden }
  }

  /// A chain whose moves are given.
  package init(labels: Int, transitions: [Float], initial: [Float]) {
    self.labels = labels
    self.transitions = transitions
    self.initial = initial
  }

  /// The best labels of a sentence.
  package func decode(_ scores: UnsafeBufferPointer<Float>) -> [Int] { ChainDecoder(self).decode(scores) }
}
