/// Statements: contents that overlap, and sources, cues and kinds of those found.
struct QuoteMeasure: Measure {
  static let name = "quotes"
  static let headline = "overlap30.f1"
  static let needs = ["quotes"]
  static func applies(to gold: Annotation) -> Bool { gold.layers.contains("quotes") }
  init(_ options: MeasureOptions) {}

  func count(_ gold: Annotation, _ report: Annotation, _ mistakes: inout [Mistake]) -> Counts {
    let matching = QuoteMatching(gold, report)
    var counts = Counts()
    counts["gold"] = gold.quotes.count
    counts["predicted"] = report.quotes.count
    for quote in gold.quotes { counts.count("kind.\(quote.kind ?? "").gold") }
    let words = (
      gold: matching.gold.reduce(into: Set()) { $0.formUnion($1) },
      report: matching.report.reduce(into: Set()) { $0.formUnion($1) }
    )
    counts["characters.right"] = words.gold.intersection(words.report).count
    counts["characters.predicted"] = words.report.count
    counts["characters.gold"] = words.gold.count
    for pair in matching.pairs {
      let kind = "kind.\(gold.quotes[pair.gold].kind ?? "")"
      if pair.overlap >= QuoteMatching.same {
        counts.count("overlap30")
        counts.count("\(kind).overlap30")
        countParts(gold, gold.quotes[pair.gold], report.quotes[pair.report], kind, &counts)
      }
      for (name, isSo) in [("overlap80", pair.overlap >= 0.8), ("exact", pair.overlap == 1)] where isSo {
        counts.count(name)
        counts.count("\(kind).\(name)")
      }
    }
    note(gold, report, matching, &mistakes)
    return counts
  }

  private func countParts(
    _ text: Annotation,
    _ gold: Annotation.Quote,
    _ report: Annotation.Quote,
    _ kind: String,
    _ counts: inout Counts
  ) {
    let source = (gold: text.words(in: gold.source), report: text.words(in: report.source))
    let cue = (gold: text.words(in: gold.cue), report: text.words(in: report.cue))
    let isRight = !source.gold.isDisjoint(with: source.report)
    counts.count("kind right", gold.kind == report.kind)
    counts.count("source.gold", !source.gold.isEmpty)
    counts.count("\(kind).source gold", !source.gold.isEmpty)
    counts.count("source.overlaps", isRight)
    counts.count("\(kind).source", isRight)
    counts.count("source.exact", !source.gold.isEmpty && source.gold == source.report)
    counts.count("cue.gold", !cue.gold.isEmpty)
    counts.count("cue.overlaps", !cue.gold.isDisjoint(with: cue.report))
  }

  private func note(
    _ gold: Annotation,
    _ report: Annotation,
    _ matching: QuoteMatching,
    _ mistakes: inout [Mistake]
  ) {
    let longest = Double(max(1, matching.gold.map(\.count).max() ?? 1))
    let found = Set(matching.matched.map(\.gold))
    let right = Set(matching.matched.map(\.report))
    for (index, quote) in gold.quotes.enumerated() where !found.contains(index) {
      guard let place = quote.spans.first else { continue }
      let weight = Double(matching.gold[index].count) / longest
      mistakes.append(Mistake("missed", place, weight: weight, expected: quote.kind))
    }
    for (index, quote) in report.quotes.enumerated() where !right.contains(index) {
      guard let place = quote.spans.first else { continue }
      mistakes.append(Mistake("spurious", place, weight: quote.confidence, found: quote.kind))
    }
  }

  func figures(_ counts: Counts) -> Figures {
    func scores(_ name: String) -> Figures.Value {
      Figures.scores(right: counts[name], predicted: counts["predicted"], gold: counts["gold"])
    }
    let kinds = counts.parts(after: "kind").filter { counts["kind.\($0).gold"] > 0 }
    return Figures([
      ("overlap30", scores("overlap30")), ("overlap80", scores("overlap80")), ("exact", scores("exact")),
      (
        "characters",
        Figures.scores(
          right: counts["characters.right"],
          predicted: counts["characters.predicted"],
          gold: counts["characters.gold"]
        )
      ),
      (
        "of_matched",
        .group(
          Figures([
            ("source_overlaps", Figures.share(counts["source.overlaps"], of: counts["source.gold"])),
            ("source_exact", Figures.share(counts["source.exact"], of: counts["source.gold"])),
            ("cue_overlaps", Figures.share(counts["cue.overlaps"], of: counts["cue.gold"])),
            ("kind", Figures.share(counts["kind right"], of: counts["overlap30"])),
          ])
        )
      ),
      ("by_kind_recall", .group(Figures(kinds.map { ($0, recall(of: $0, counts)) }))),
    ])
  }

  private func recall(of kind: String, _ counts: Counts) -> Figures.Value {
    func share(_ name: String, of whole: String = "gold") -> Figures.Value {
      Figures.share(counts["kind.\(kind).\(name)"], of: counts["kind.\(kind).\(whole)"])
    }
    return .group(
      Figures([
        ("gold", .count(counts["kind.\(kind).gold"])), ("overlap30", share("overlap30")),
        ("overlap80", share("overlap80")), ("exact", share("exact")),
        ("source_of_matched", share("source", of: "source gold")),
      ])
    )
  }
}
