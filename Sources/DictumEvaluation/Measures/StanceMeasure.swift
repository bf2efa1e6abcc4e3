/// Stances toward targets that gold gives: the label of each.
struct StanceMeasure: Measure {
  static let name = "stances"
  static let headline = "macro_f1"
  static let needs = ["stances"]
  static func applies(to gold: Annotation) -> Bool {
    !gold.stances.isEmpty && !DirectedMeasure.applies(to: gold)
  }
  private let labels = LabelCounts(labels: nil)
  init(_ options: MeasureOptions) {}

  private enum Target: Hashable {
    case place(Annotation.Place)
    case text(String)
  }

  private func target(_ stance: Annotation.Stance) -> Target {
    stance.target.map { .place($0) } ?? .text(Characters.trimmed(stance.targetText ?? ""))
  }

  func count(_ gold: Annotation, _ report: Annotation, _ mistakes: inout [Mistake]) -> Counts {
    let answers = Dictionary(report.stances.map { (target($0), $0) }) { $1 }
    var counts = Counts()
    for stance in gold.stances {
      let answer = answers[target(stance)]
      labels.count(stance.label, answer?.label, &counts)
      guard answer?.label != stance.label else { continue }
      mistakes.append(
        Mistake(
          answer == nil ? "no answer" : "wrong label",
          stance.target ?? Annotation.Place(start: 0, end: gold.text.count),
          weight: answer.map { $0.confidence ?? 1 } ?? 0.3,
          expected: stance.label,
          found: answer?.label
        )
      )
    }
    return counts
  }

  func figures(_ counts: Counts) -> Figures { labels.figures(counts) }
}
