/// Pronouns, as GAP asks: is the pronoun's entity that of a candidate?
struct PronounMeasure: Measure {
  static let name = "pronouns"
  static let headline = "f1"
  static let needs = ["mentions"]
  static func applies(to gold: Annotation) -> Bool { gold.pronoun != nil }
  init(_ options: MeasureOptions) {}

  func count(_ gold: Annotation, _ report: Annotation, _ mistakes: inout [Mistake]) -> Counts {
    var counts = Counts()
    guard let pronoun = gold.pronoun else { return counts }
    let own = report.entity(at: pronoun)
    for candidate in gold.candidates {
      let isSaid = own != nil && report.entity(at: candidate.place) == own
      counts.count("right", isSaid && candidate.isCoreferent)
      counts.count("predicted", isSaid)
      counts.count("gold", candidate.isCoreferent)
      guard isSaid != candidate.isCoreferent else { continue }
      mistakes.append(
        Mistake(
          isSaid ? "joined wrongly" : "not joined",
          pronoun,
          weight: isSaid ? 0.9 : 0.5,
          expected: isSaid ? "not \(gold.string(candidate.place))" : gold.string(candidate.place)
        )
      )
    }
    return counts
  }

  func figures(_ counts: Counts) -> Figures {
    Figures.scores(right: counts["right"], predicted: counts["predicted"], gold: counts["gold"]).joined([])
  }
}

extension Annotation {
  /// The entity of the mention that overlaps a place most; among equals the shortest, then the first.
  func entity(at place: Place) -> String? {
    var best: (overlap: Int, length: Int, entity: String)?
    for mention in mentions {
      let overlap = min(mention.place.end, place.end) - max(mention.place.start, place.start)
      guard overlap > 0, let entity = mention.entity, !entity.isEmpty else { continue }
      let length = mention.place.end - mention.place.start
      if let best, (overlap, -length) <= (best.overlap, -best.length) { continue }
      best = (overlap, length, entity)
    }
    return best?.entity
  }
}
