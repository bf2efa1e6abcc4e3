/// Speakers of the statements found: an entity is right if its name or an alias equals a gold name or gold alias.
struct SpeakerMeasure: Measure {
  static let name = "speakers"
  static let headline = "any_right_of_matched"
  static let needs = ["quotes", "entities"]
  static func applies(to gold: Annotation) -> Bool { gold.quotes.contains { !$0.speakers.isEmpty } }
  init(_ options: MeasureOptions) {}

  func count(_ gold: Annotation, _ report: Annotation, _ mistakes: inout [Mistake]) -> Counts {
    let names = Dictionary(report.entities.map { ($0.id, Set($0.names.map(Characters.normalised))) }) { $1 }
    var counts = Counts()
    for quote in gold.quotes { counts.count("gold", !quote.speakers.isEmpty) }
    for pair in QuoteMatching(gold, report).matched {
      let quote = gold.quotes[pair.gold]
      guard !quote.speakers.isEmpty else { continue }
      counts.count("matched")
      let expected = quote.speakers.map { Set($0.map(Characters.normalised)) }
      let found = report.quotes[pair.report].speakers.map { $0.first.flatMap { names[$0] } ?? [] }
      let hits = expected.count { speaker in found.contains { !$0.isDisjoint(with: speaker) } }
      counts.count("any", hits > 0)
      counts.count("all", hits == expected.count && found.count == expected.count)
      guard hits < expected.count, let place = quote.spans.first else { continue }
      mistakes.append(
        Mistake(
          found.isEmpty ? "no speaker" : "wrong speaker",
          place,
          weight: found.isEmpty ? 0.3 : report.quotes[pair.report].confidence,
          expected: quote.speakers.compactMap(\.first).joined(separator: " and "),
          found: report.quotes[pair.report].speakers.flatMap { $0 }
            .map { id in report.entities.first { $0.id == id }?.names.first ?? id }.joined(separator: " and ")
        )
      )
    }
    return counts
  }

  func figures(_ counts: Counts) -> Figures {
    Figures([
      ("gold", .count(counts["gold"])), ("matched", .count(counts["matched"])),
      ("any_right_of_matched", Figures.share(counts["any"], of: counts["matched"])),
      ("all_right_of_matched", Figures.share(counts["all"], of: counts["matched"])),
      ("any_right_of_gold", Figures.share(counts["any"], of: counts["gold"])),
    ])
  }
}
