/// Sentences: exact boundaries, white space at the ends aside.
struct SentenceMeasure: Measure {
  static let name = "sentences"
  static let headline = "f1"
  static let needs = ["sentences"]
  static func applies(to gold: Annotation) -> Bool { gold.layers.contains("sentences") }
  init(_ options: MeasureOptions) {}

  func count(_ gold: Annotation, _ report: Annotation, _ mistakes: inout [Mistake]) -> Counts {
    let expected = Set(gold.sentences.map(gold.trimmed))
    let found = Set(report.sentences.map(gold.trimmed))
    var counts = Counts()
    counts["right"] = expected.intersection(found).count
    counts["predicted"] = found.count
    counts["gold"] = expected.count
    counts.count("all right", expected == found)
    counts.count("documents")
    for place in expected.subtracting(found) { mistakes.append(Mistake("missed", place, weight: 0.5)) }
    for place in found.subtracting(expected) { mistakes.append(Mistake("spurious", place, weight: 0.5)) }
    return counts
  }

  func figures(_ counts: Counts) -> Figures {
    let scores = Figures.scores(right: counts["right"], predicted: counts["predicted"], gold: counts["gold"])
    return scores.joined([
      ("documents_all_right", .count(counts["all right"])), ("documents", .count(counts["documents"])),
    ])
  }
}

extension Figures.Value {
  /// A group's figures with more behind them.
  func joined(_ more: [(String, Figures.Value)]) -> Figures {
    guard case .group(let group) = self else { return Figures(more) }
    return Figures(group.entries.map { ($0.name, $0.value) } + more)
  }
}
