/// The best tree over a sentence's words.
///
/// The maximum spanning arborescence of Chu and Liu (1965) and Edmonds (1967), with exactly one word under the root:
/// lowering all arcs from the root by more than any tree can gain leaves, of all trees, those with one such arc ahead
/// (Stanojević and Cohen, “A Root of All Evil”, EMNLP 2021).
struct SpanningTree {
  /// Each word's head: 0 for the root, else the word's number from 1.
  ///
  /// - Parameter scores: `[count, 1 + count]`, row-major: a word's row holds the score of the root, then of each word
  ///   as its head.
  static func heads(_ scores: [Float], count: Int) -> [Int] {
    precondition(scores.count == count * (count + 1), "a score for each pair")
    guard count > 0 else { return [] }
    let greedy = (0..<count).map { word in
      best(0...count, but: word + 1) { scores[word * (count + 1) + $0] }
    }
    if isTree(greedy) { return greedy }
    return SpanningTree(scores, count).solved()
  }

  /// Whether all words hang on exactly one word under the root.
  static func isTree(_ heads: [Int]) -> Bool {
    guard heads.count(where: { $0 == 0 }) == 1 else { return false }
    var reached = [Int](repeating: 0, count: heads.count + 1)
    for start in 1...heads.count {
      var node = start
      while node != 0, reached[node] == 0 {
        reached[node] = start
        node = heads[node - 1]
      }
      // Back at a word of this very walk: a circle.
      if node != 0, reached[node] == start { return false }
    }
    return true
  }

  /// The first of the best.
  private static func best(_ nodes: ClosedRange<Int>, but node: Int, score: (Int) -> Float) -> Int {
    nodes.reduce(node == 0 ? 1 : 0) { $1 != node && score($1) > score($0) ? $1 : $0 }
  }

  /// Nodes, the root (0) included.
  private let size: Int
  /// `[to, from]`, row-major.
  private let arcs: [Double]

  private init(_ scores: [Float], _ count: Int) {
    size = count + 1
    var arcs = [Double](repeating: -.infinity, count: size * size)
    let low = scores.lazy.filter(\.isFinite).min() ?? 0
    let high = scores.lazy.filter(\.isFinite).max() ?? 0
    let penalty = Double(high - low) * Double(size) + 1
    for word in 0..<count {
      for from in 0...count where from != word + 1 {
        // What is not finite can come from a damaged model alone; it must not make every tree impossible.
        let score = scores[word * size + from]
        arcs[(word + 1) * size + from] = Double(score.isFinite ? score : low) - (from == 0 ? penalty : 0)
      }
    }
    self.arcs = arcs
  }

  private init(size: Int, arcs: [Double]) {
    self.size = size
    self.arcs = arcs
  }

  private func solved() -> [Int] { Array(parents().dropFirst()) }

  /// The best parent of each node; the root's own entry means nothing.
  private func parents() -> [Int] {
    var parents = (0..<size).map { to in
      (0..<size).reduce(to == 0 ? 1 : 0) { arcs[to * size + $1] > arcs[to * size + $0] ? $1 : $0 }
    }
    guard let circle = circle(parents) else { return parents }
    // The circle becomes one node, the last, of a smaller graph.
    let inCircle = Set(circle)
    let kept = (0..<size).filter { !inCircle.contains($0) }
    let smaller = kept.count + 1
    var contracted = [Double](repeating: -.infinity, count: smaller * smaller)
    var entering = [Int](repeating: circle[0], count: smaller)
    var leaving = [Int](repeating: circle[0], count: smaller)
    for (new, node) in kept.enumerated() {
      for (other, from) in kept.enumerated() { contracted[new * smaller + other] = arcs[node * size + from] }
      for member in circle {
        let out = arcs[node * size + member]
        if out > contracted[new * smaller + kept.count] {
          contracted[new * smaller + kept.count] = out
          leaving[new] = member
        }
        let into = arcs[member * size + node] - arcs[member * size + parents[member]]
        if into > contracted[kept.count * smaller + new] {
          contracted[kept.count * smaller + new] = into
          entering[new] = member
        }
      }
    }
    let solution = SpanningTree(size: smaller, arcs: contracted).parents()
    for (new, node) in kept.enumerated() {
      parents[node] = solution[new] == kept.count ? leaving[new] : kept[solution[new]]
    }
    parents[entering[solution[kept.count]]] = kept[solution[kept.count]]
    return parents
  }

  /// A circle among the parents, as its nodes; nil where all lead to the root.
  private func circle(_ parents: [Int]) -> [Int]? {
    var reached = [Int](repeating: 0, count: size)
    for start in 1..<size {
      var node = start
      while node != 0, reached[node] == 0 {
        reached[node] = start
        node = parents[node]
      }
      guard node != 0, reached[node] == start else { continue }
      var nodes = [node]
      var next = parents[node]
      while next != node {
        nodes.append(next)
        next = parents[next]
      }
      return nodes
    }
    return nil
  }
}
