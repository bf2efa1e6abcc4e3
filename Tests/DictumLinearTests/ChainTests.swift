import DictumLinear
import Testing

@Suite("Chains of labels")
struct ChainTests {
  /// Scores that differ from call to call and are the same in each run.
  private func scores(tokens: Int, labels: Int, seed: UInt64) -> [Float] {
    var state = seed
    return (0..<(tokens * labels)).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 24) * 4 - 2
    }
  }

  /// A chain in which no label may follow the one before it in number.
  private func chain(_ labels: Int) -> LinearChain {
    var chain = LinearChain(labels: labels) { label, next in next != (label + 1) % labels || labels == 1 }
    for index in chain.transitions.indices where chain.transitions[index] == 0 {
      chain.transitions[index] = Float(index % 7) * 0.3 - 0.9
    }
    return chain
  }

  /// All sequences of labels with their scores.
  private func sequences(_ chain: LinearChain, _ scores: [Float]) -> [(labels: [Int], score: Float)] {
    var all: [(labels: [Int], score: Float)] = [([], 0)]
    for token in 0..<(scores.count / chain.labels) {
      all = all.flatMap { labels, score in
        (0..<chain.labels).map { label in
          let move = labels.last.map { chain.transitions[$0 * chain.labels + label] } ?? chain.initial[label]
          return (labels + [label], score + move + scores[token * chain.labels + label])
        }
      }
    }
    return all
  }

  @Test("the best labels are those of the best of all sequences", arguments: [1, 2, 3, 9], [UInt64(1), 2, 3])
  func best(_ labels: Int, _ seed: UInt64) {
    let chain = chain(labels)
    let scores = scores(tokens: 4, labels: labels, seed: seed)
    let best = sequences(chain, scores).max { $0.score < $1.score }
    #expect(scores.withUnsafeBufferPointer { chain.decode($0) } == best?.labels)
  }

  @Test("probabilities are those of all sequences together", arguments: [2, 3, 9])
  func marginals(_ labels: Int) {
    let chain = chain(labels)
    let scores = scores(tokens: 4, labels: labels, seed: 7)
    var expected = [Float](repeating: 0, count: scores.count)
    var moves = [Float](repeating: 0, count: labels * labels)
    var total: Float = 0
    for (path, score) in sequences(chain, scores) {
      let mass = exponential(score)
      total += mass
      for (token, label) in path.enumerated() {
        expected[token * labels + label] += mass
        if token > 0 { moves[path[token - 1] * labels + label] += mass }
      }
    }
    let found = scores.withUnsafeBufferPointer { ForwardBackward(chain, $0, countsMoves: true) }
    #expect(zip(found.marginals, expected).allSatisfy { abs($0 - $1 / total) < 1e-4 })
    #expect(zip(found.moves, moves).allSatisfy { abs($0 - $1 / total) < 1e-4 })
    #expect(abs(found.logPartition - logarithm(total)) < 1e-3)
  }

  @Test("what a scheme forbids is never chosen, be it ever so likely")
  func forbidden() {
    // 0 outside, 1 begin, 2 inside: nothing is inside that did not begin.
    let chain = LinearChain(labels: 3) { label, next in next != 2 || label != 0 }
    let scores: [Float] = [0, 0, 9, 0, 0, 9, 0, 0, 9]
    #expect(scores.withUnsafeBufferPointer { chain.decode($0) } == [1, 2, 2])
    #expect([Float]().withUnsafeBufferPointer { chain.decode($0) }.isEmpty)
  }
}
