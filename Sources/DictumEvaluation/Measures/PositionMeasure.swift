/// Where statements stand: a reported stance is right if a gold position of the statement has an overlapping target and
/// the same label. Gold lists all that a careful reader would.
struct PositionMeasure: Measure {
  static let name = "positions"
  static let headline = "end_to_end.f1"
  static let needs = ["quotes", "stances"]
  static func applies(to gold: Annotation) -> Bool { gold.quotes.contains { $0.positions != nil } }
  init(_ options: MeasureOptions) {}

  func count(_ gold: Annotation, _ report: Annotation, _ mistakes: inout [Mistake]) -> Counts {
    var said: [String: [Annotation.Stance]] = [:]
    for stance in report.stances where stance.label != "neutral" && stance.target != nil {
      said[stance.of ?? "", default: []].append(stance)
    }
    var counts = Counts()
    counts["gold"] = gold.quotes.reduce(0) { $0 + ($1.positions?.count ?? 0) }
    counts["predicted"] = report.quotes.reduce(0) { $0 + (said[$1.id]?.count ?? 0) }
    for pair in QuoteMatching(gold, report).matched {
      let expected = gold.quotes[pair.gold].positions ?? []
      let found = said[report.quotes[pair.report].id] ?? []
      counts["matched.gold"] += expected.count
      counts["matched.predicted"] += found.count
      for position in expected {
        let near = found.filter { $0.hits(position) }
        counts.count("hit", near.contains { $0.label == position.label })
        counts.count("opposite", !near.isEmpty && near.allSatisfy { $0.label != position.label })
        if near.isEmpty, let place = position.target {
          mistakes.append(Mistake("missed", place, weight: 0.5, expected: position.label))
        }
      }
      for stance in found {
        let near = expected.filter { $0.hits(stance) }
        counts.count("right", near.contains { $0.label == stance.label })
        counts.count("turned", !near.isEmpty && near.allSatisfy { $0.label != stance.label })
        guard !near.contains(where: { $0.label == stance.label }), let place = stance.target else { continue }
        mistakes.append(
          Mistake(
            near.isEmpty ? "spurious" : "turned round",
            place,
            weight: stance.confidence ?? 1,
            expected: near.first?.label,
            found: stance.label
          )
        )
      }
      for k in found.indices { counts["doubled"] += found[..<k].count { $0.hits(found[k]) } }
    }
    return counts
  }

  func figures(_ counts: Counts) -> Figures {
    func share(_ part: Int, _ whole: Int) -> Double {
      whole != 0 ? Figures.rounded(100 * Double(part) / Double(whole)) : 0
    }
    func scores(_ prefix: String) -> Figures.Value {
      let precision = share(counts["right"], counts["\(prefix)predicted"])
      let recall = share(counts["hit"], counts["\(prefix)gold"])
      let sum = precision + recall
      return .group(
        Figures([
          ("p", .percent(precision)), ("r", .percent(recall)),
          ("f1", .percent(sum > 0 ? Figures.rounded(2 * precision * recall / sum) : 0)),
          ("gold", .count(counts["\(prefix)gold"])), ("predicted", .count(counts["\(prefix)predicted"])),
        ])
      )
    }
    return Figures([
      ("end_to_end", scores("")), ("of_matched", scores("matched.")),
      ("opposite", .percent(share(counts["opposite"], counts["matched.gold"]))),
      ("polarity_of_located", .percent(share(counts["right"], counts["right"] + counts["turned"]))),
      ("overlapping_targets", .count(counts["doubled"])),
    ])
  }
}

extension Annotation.Stance {
  /// Whether the targets overlap.
  func hits(_ other: Annotation.Stance) -> Bool {
    guard let target, let place = other.target else { return false }
    return target.overlaps(place)
  }
}
