import Testing

@testable import DictumEvaluation

@Suite("Intervals and comparisons")
struct ResamplingTests {
  /// Documents with ten things each, of which so many are found.
  private func table(_ right: [Int]) -> CountTable {
    CountTable(
      right.map { right in
        var counts = Counts()
        counts["right"] = right
        counts["all"] = 10
        return counts
      }
    )
  }

  private func figures(_ counts: Counts) -> Figures {
    Figures([("share", Figures.share(counts["right"], of: counts["all"]))])
  }

  private let bootstrap = Bootstrap(samples: 400, seed: 3)

  @Test("an interval holds its figure, is wider for fewer documents, and the same for a seed")
  func interval() throws {
    let few = try #require(bootstrap.intervals(table([2, 9, 4, 10, 6]), figures).first?.interval)
    #expect(few.low < 62 && 62 < few.high)
    let many = Array(repeating: [2, 9, 4, 10, 6], count: 20).flatMap { $0 }
    let narrow = try #require(bootstrap.intervals(table(many), figures).first?.interval)
    #expect(narrow.high - narrow.low < (few.high - few.low) / 2)
    #expect(bootstrap.intervals(table(many), figures).first?.interval == narrow)
    let alike = try #require(bootstrap.intervals(table([5, 5, 5]), figures).first?.interval)
    #expect(alike.low == 50 && alike.high == 50)
  }

  @Test("one document has no interval")
  func single() { #expect(bootstrap.intervals(table([3]), figures).isEmpty) }

  @Test("a difference in all documents is no chance, one that goes both ways is")
  func comparison() throws {
    let base = (0..<30).map { $0 % 5 }
    let better = try #require(bootstrap.comparison(table(base.map { $0 + 3 }), table(base), "share", figures))
    #expect(better.difference == 30 && better.interval.low == 30 && better.probability < 0.01)
    let mixed = base.enumerated().map { $1 + ($0 % 2 == 0 ? 1 : -1) + ($0 == 0 ? 1 : 0) }
    let chance = try #require(bootstrap.comparison(table(mixed), table(base), "share", figures))
    #expect(chance.probability > 0.3)
    let same = try #require(bootstrap.comparison(table(base), table(base), "share", figures))
    #expect(same.difference == 0 && same.probability == 1)
  }

  @Test("decimals are rounded as printing rounds them", arguments: [(2.675, 2.67), (0.125, 0.12), (66.666666, 66.67)])
  func rounding(_ pair: (Double, Double)) { #expect(Figures.rounded(pair.0) == pair.1) }
}
