import DictumHash

/// An interval in which a figure lies with 95 % probability.
public struct Interval: Sendable, Equatable {
  public let low: Double
  public let high: Double
}

/// How two sets of reports differ in a figure.
public struct Comparison: Sendable, Equatable {
  public let figure: String
  /// This one's figure minus the other's.
  public let difference: Double
  /// Of the difference.
  public let interval: Interval
  /// How probable a difference at least as large is where documents' results are swapped by chance.
  public let probability: Double
}

/// Draws documents again and again, with replacement (Efron 1979), to see how far figures depend on which were chosen.
struct Bootstrap {
  let samples: Int
  let seed: UInt64

  /// The interval of each figure: its 2.5th and 97.5th percentile over the samples.
  func intervals(_ table: CountTable, _ figures: (Counts) -> Figures) -> [(path: String, interval: Interval)] {
    guard table.count > 1, samples > 0 else { return [] }
    var generator = SeededGenerator(seed: seed)
    let order = figures(table.sum(0..<table.count)).percentages.map(\.path)
    var values: [String: [Double]] = [:]
    for _ in 0..<samples {
      let drawn = (0..<table.count).map { _ in generator.below(table.count) }
      for (path, value) in figures(table.sum(drawn)).percentages { values[path, default: []].append(value) }
    }
    return order.compactMap { path in values[path].map { (path, Self.interval($0)) } }
  }

  /// Compares two sets of reports on the same documents: the difference's interval by drawing documents with both
  /// results, its probability by swapping results (approximate randomisation, Noreen 1989).
  func comparison(
    _ own: CountTable,
    _ other: CountTable,
    _ path: String,
    _ figures: (Counts) -> Figures
  ) -> Comparison? {
    func value(_ counts: Counts) -> Double? { figures(counts).percentages.first { $0.path == path }?.value }
    let all = 0..<own.count
    guard own.count == other.count, let mine = value(own.sum(all)), let theirs = value(other.sum(all)) else {
      return nil
    }
    let difference = mine - theirs
    var generator = SeededGenerator(seed: seed)
    var drawn: [Double] = []
    var asLarge = 0
    for _ in 0..<samples {
      let indices = all.map { _ in generator.below(own.count) }
      drawn.append((value(own.sum(indices)) ?? 0) - (value(other.sum(indices)) ?? 0))
      let (first, second) = own.sums(with: other, isSwapped: all.map { _ in generator.below(2) == 1 })
      // Sums of decimals: a hair's breadth is no difference.
      if abs((value(first) ?? 0) - (value(second) ?? 0)) >= abs(difference) - 1e-9 { asLarge += 1 }
    }
    return Comparison(
      figure: path,
      difference: Figures.rounded(difference),
      interval: Self.interval(drawn.isEmpty ? [difference] : drawn),
      probability: Double(asLarge + 1) / Double(samples + 1)
    )
  }

  private static func interval(_ values: [Double]) -> Interval {
    let sorted = values.sorted()
    let cut = Int((Double(sorted.count) * 0.025).rounded(.down))
    return Interval(
      low: Figures.rounded(sorted[min(cut, sorted.count - 1)]),
      high: Figures.rounded(sorted[max(0, sorted.count - 1 - cut)])
    )
  }
}
