import Testing

@testable import DictumNeural

@Suite struct SpanningTreeTests {
  /// The best of all trees with one root, by trying every choice of heads.
  private func bestByTrying(_ scores: [Float], count: Int) -> Float {
    var best = -Float.infinity
    var heads = [Int](repeating: 0, count: count)
    while true {
      if zip(1...count, heads).allSatisfy({ $0 != $1 }), SpanningTree.isTree(heads) {
        best = max(best, total(heads, scores, count))
      }
      guard let place = heads.firstIndex(where: { $0 < count }) else { return best }
      for earlier in 0..<place { heads[earlier] = 0 }
      heads[place] += 1
    }
  }

  private func total(_ heads: [Int], _ scores: [Float], _ count: Int) -> Float {
    heads.enumerated().reduce(0) { $0 + scores[$1.offset * (count + 1) + $1.element] }
  }

  private func random(_ count: Int, _ state: inout UInt64) -> [Float] {
    (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 24) * 20 - 10
    }
  }

  @Test func noTreeIsBetter() {
    var state: UInt64 = 11
    for count in 1...5 {
      for _ in 0..<(count < 5 ? 200 : 40) {
        let scores = random(count * (count + 1), &state)
        let heads = SpanningTree.heads(scores, count: count)
        #expect(SpanningTree.isTree(heads), "\(heads)")
        #expect(abs(total(heads, scores, count) - bestByTrying(scores, count: count)) < 1e-4)
      }
    }
  }

  @Test func manyRandomWordsMakeATree() {
    var state: UInt64 = 3
    for count in [30, 80, 190] {
      #expect(SpanningTree.isTree(SpanningTree.heads(random(count * (count + 1), &state), count: count)))
    }
  }

  @Test func scoresWithoutMeaningStillMakeATree() {
    #expect(SpanningTree.isTree(SpanningTree.heads([Float](repeating: 0, count: 12), count: 3)))
    #expect(SpanningTree.isTree(SpanningTree.heads([Float](repeating: .nan, count: 12), count: 3)))
    #expect(SpanningTree.isTree(SpanningTree.heads([Float](repeating: -.infinity, count: 12), count: 3)))
    #expect(SpanningTree.heads([], count: 0).isEmpty)
  }

  @Test func circlesAndTwoRootsAreNoTrees() {
    #expect(SpanningTree.isTree([2, 0, 2]))
    #expect(!SpanningTree.isTree([2, 1, 0]))
    #expect(!SpanningTree.isTree([0, 0, 2]))
    #expect(!SpanningTree.isTree([2, 3, 1]))
  }
}
