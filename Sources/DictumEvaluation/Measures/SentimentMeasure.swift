/// The sentiment of a document.
struct SentimentMeasure: Measure {
  static let name = "sentiments"
  static let headline = "macro_f1"
  static let needs = ["sentiments"]
  static func applies(to gold: Annotation) -> Bool { !gold.sentiments.isEmpty }
  private let labels = LabelCounts(labels: ["negative", "neutral", "positive"])
  init(_ options: MeasureOptions) {}

  func count(_ gold: Annotation, _ report: Annotation, _ mistakes: inout [Mistake]) -> Counts {
    var counts = Counts()
    guard let expected = gold.sentiments.first?.label else { return counts }
    let whole = report.sentiments.first { $0.of == nil || $0.of == "document" }
    let found = (whole ?? report.sentiments.first)
    labels.count(expected, found?.label, &counts)
    if found?.label != expected {
      mistakes.append(
        Mistake(
          found == nil ? "no answer" : "wrong label",
          Annotation.Place(start: 0, end: gold.text.count),
          weight: min(1, abs(found?.score ?? 0.3)),
          expected: expected,
          found: found?.label
        )
      )
    }
    return counts
  }

  func figures(_ counts: Counts) -> Figures { labels.figures(counts) }
}
