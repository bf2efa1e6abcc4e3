import DictumEnglish
import DictumKit

/// Finds on what each statement’s holder takes a clear side: few targets, one stance each, none where it is not clear.
///
/// Every candidate of a statement’s sentences is asked, read with the statement’s source, cue and content, whether the
/// holder is for it, against it, or neither; and what the article says besides decides whether it is clear.
struct SideFinder {
  /// Types of mentions on which nobody takes a side.
  private static let factual: Set<EntityType> = [.date, .money]
  /// Nobody takes more sides at once.
  fileprivate static let most = 64

  private let document: Document
  private let quotes: [Quote]
  private let targets: [[TextSpan]]
  private let names: TargetNames
  private let model: any SideModel
  private let threshold: Double

  /// - Parameter threshold: the probability from which a side counts as clear.
  init(
    _ document: Document,
    _ reading: Reading,
    _ candidates: any TargetCandidates,
    _ model: any SideModel,
    threshold: Double
  ) {
    self.document = document
    self.model = model
    self.threshold = threshold
    quotes = document[.quotes]
    names = TargetNames(document[.mentions])
    targets = quotes.map { candidates.candidates(in: reading.tokens(in: $0.reach(in: document[.sentences]))) }
  }

  /// The sides of all statements, by statement and in text order.
  ///
  /// - Throws: what the model throws.
  func stances() throws -> [Stance] {
    try candidates().flatMap { row in
      row.compactMap { candidate -> Stance? in
        var stance = candidate.stance
        stance.confidence = model.odds.probability(candidate)
        return stance.confidence >= threshold ? stance : nil
      }
      .surest
    }
  }

  /// The likelier side on each candidate of each statement, with its clues.
  ///
  /// - Throws: what the model throws.
  func candidates() throws -> [[SideCandidate]] {
    let scores = try model.sides(toward: targets, of: quotes, in: document)
    var found = zip(quotes, zip(targets, scores)).map { quote, asked in
      zip(asked.0, asked.1).compactMap { span, sides in sides.flatMap { candidate($0, on: span, of: quote) } }
    }
    // Where the model gave no answers at all, there are no rows.
    found += [[SideCandidate]](repeating: [], count: quotes.count - found.count)
    SideClues(document).add(to: &found, of: quotes)
    return found
  }

  /// The side on a target; nil for what nobody takes a side on, and for the holder and its source.
  private func candidate(_ sides: SideScores, on span: TextSpan, of quote: Quote) -> SideCandidate? {
    guard !quote.source.contains(where: { $0.span.overlaps(span) }) else { return nil }
    let mention = names.mention(at: span)
    if let mention, Self.factual.contains(mention.type) { return nil }
    if let entity = mention?.entity, quote.speakers.contains(entity) { return nil }
    var stance = Stance()
    stance.of = quote.id
    stance.holders = quote.speakers
    let place = mention.map { $0.form == .name ? $0.span : span } ?? span
    stance.target.span = place
    stance.target.text = document.text[place]
    stance.target.entity = mention?.entity
    stance.label = sides.favor > sides.against ? .favor : .against
    return SideCandidate(stance, odds: SideOdds.odds(of: max(sides.favor, sides.against)))
  }
}

extension [Stance] {
  /// Without those for whose target a surer one is there: of the same entity, or of words that overlap.
  fileprivate var surest: [Stance] {
    var kept: [Stance] = []
    let bySureness = enumerated().sorted { ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset) }
    for (_, stance) in bySureness {
      let isKnown = kept.contains { other in
        if let entity = stance.target.entity, entity == other.target.entity { return true }
        guard let own = stance.target.span, let span = other.target.span else { return false }
        return own.overlaps(span)
      }
      if !isKnown { kept.append(stance) }
      if kept.count == SideFinder.most { break }
    }
    return kept.sorted { ($0.target.span ?? TextSpan()) < ($1.target.span ?? TextSpan()) }
  }
}
