/// How two entities of a sentence stand toward each other: neutral, or one in favour of or against the other.
struct DirectedMeasure: Measure {
  static let name = "directed"
  static let headline = "macro_f1"
  static let needs = ["stances"]
  static func applies(to gold: Annotation) -> Bool {
    gold.stances.count == 2 && gold.stances.allSatisfy { $0.holder != nil && $0.target != nil }
  }
  private let labels = LabelCounts(labels: ["neutral", "favor>", "favor<", "against>", "against<"])
  init(_ options: MeasureOptions) {}

  private typealias Answer = (label: String, confidence: Double)

  func count(_ gold: Annotation, _ report: Annotation, _ mistakes: inout [Mistake]) -> Counts {
    var counts = Counts()
    guard Self.applies(to: gold) else { return counts }
    let expected = one((gold.stances[0].label, 1), (gold.stances[1].label, 0.9))
    let found = one(answer(gold.stances[0], report), answer(gold.stances[1], report))
    labels.count(expected.label, found.label, &counts)
    if expected.label != found.label, let holder = gold.stances[0].holder {
      let weight = found.label == "neutral" ? 0.3 : found.confidence
      mistakes.append(Mistake("wrong label", holder, weight: weight, expected: expected.label, found: found.label))
    }
    return counts
  }

  /// The surest stance of the report that answers a gold one.
  private func answer(_ gold: Annotation.Stance, _ report: Annotation) -> Answer {
    var best: Answer = ("neutral", 0)
    for stance in report.stances where stance.label != "neutral" && stance.hits(gold) {
      let holders =
        stance.holder.map { [$0] }
        ?? stance.holders.flatMap { id in report.mentions.filter { $0.entity == id && !id.isEmpty }.map(\.place) }
      guard let holder = gold.holder, holders.contains(where: { $0.overlaps(holder) }) else { continue }
      let confidence = stance.confidence ?? 1
      if confidence > best.confidence { best = (stance.label, confidence) }
    }
    return best
  }

  /// One label of both directions: that of the surer one, the first of equals.
  private func one(_ there: Answer, _ back: Answer) -> Answer {
    var best: Answer = ("neutral", 0)
    for (answer, arrow) in [(there, ">"), (back, "<")] where answer.label != "neutral" {
      if answer.confidence > best.confidence { best = (answer.label + arrow, answer.confidence) }
    }
    return best
  }

  func figures(_ counts: Counts) -> Figures { labels.figures(counts) }
}
