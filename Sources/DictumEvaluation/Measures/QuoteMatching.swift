/// Pairs the statements of gold and report one to one: best overlap of contents first, counted in letters and digits.
struct QuoteMatching {
  struct Pair {
    let gold: Int
    let report: Int
    /// Intersection over union.
    let overlap: Double
  }

  let pairs: [Pair]
  /// The letters and digits of each statement's content.
  let gold: [Set<Int>]
  let report: [Set<Int>]

  init(_ gold: Annotation, _ report: Annotation) {
    let expected = gold.quotes.map { gold.words(in: $0.spans) }
    let found = report.quotes.map { gold.words(in: $0.spans) }
    var candidates: [Pair] = []
    for (i, words) in expected.enumerated() {
      for (j, others) in found.enumerated() {
        let common = words.intersection(others).count
        guard common > 0 else { continue }
        let union = words.count + others.count - common
        candidates.append(Pair(gold: i, report: j, overlap: Double(common) / Double(union)))
      }
    }
    candidates.sort { ($0.overlap, $0.gold, $0.report) > ($1.overlap, $1.gold, $1.report) }
    var takenGold: Set<Int> = []
    var takenReport: Set<Int> = []
    pairs = candidates.filter { pair in
      guard !takenGold.contains(pair.gold), !takenReport.contains(pair.report) else { return false }
      takenGold.insert(pair.gold)
      takenReport.insert(pair.report)
      return true
    }
    self.gold = expected
    self.report = found
  }

  /// From this overlap on, two statements are the same.
  static let same = 0.3

  /// The pairs of the same statement.
  var matched: [Pair] { pairs.filter { $0.overlap >= Self.same } }
}
