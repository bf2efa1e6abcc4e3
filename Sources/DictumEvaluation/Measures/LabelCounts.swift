/// Counts of right and wrong labels, and their figures: accuracy, F1 of each label, their mean.
struct LabelCounts {
  /// The labels whose F1 are averaged; nil for those that occur in gold.
  let labels: [String]?

  func count(_ expected: String, _ found: String?, _ counts: inout Counts) {
    counts.count("n")
    counts.count("unanswered", found == nil)
    counts.count("right", expected == found)
    counts.count("label.\(expected).gold")
    if let found { counts.count("answer.\(found)") }
    if expected == found { counts.count("label.\(expected).right") }
  }

  func figures(_ counts: Counts) -> Figures {
    let labels = labels ?? counts.parts(after: "label").filter { counts["label.\($0).gold"] > 0 }
    let scores = labels.map { label in
      (
        label,
        Figures.scores(
          right: counts["label.\(label).right"],
          predicted: counts["answer.\(label)"],
          gold: counts["label.\(label).gold"]
        )
      )
    }
    let f1s = scores.flatMap { _, value in value.joined([]).percentages.filter { $0.path == "f1" }.map(\.value) }
    let mean = f1s.isEmpty ? nil : Figures.rounded(f1s.reduce(0, +) / Double(f1s.count))
    return Figures([
      ("n", .count(counts["n"])), ("unanswered", .count(counts["unanswered"])),
      ("accuracy", Figures.share(counts["right"], of: counts["n"])), ("macro_f1", .percent(mean)),
      ("by_label", .group(Figures(scores))),
    ])
  }
}
