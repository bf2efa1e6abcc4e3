import DictumEnglish
import DictumKit
import DictumNeural
import Foundation

/// Finds on what each statement’s holder takes a clear side: few targets, one stance each, none where it is not clear.
///
/// Every candidate of a statement’s sentences is asked, read with the statement’s source, cue and content, whether the
/// holder is for it, against it, or neither.
struct SideFinder {
  static let heads: [(name: String, kind: HeadKind)] = [("position", .roleTarget)]
  /// Types of mentions on which nobody takes a side.
  private static let factual: Set<EntityType> = [.date, .money]
  /// Bytes around a statement in which its sentences are looked at: more than sentences have.
  private static let reach = 2_000
  /// Nobody takes more sides at once.
  fileprivate static let most = 64

  private let document: Document
  private let quotes: [Quote]
  private let targets: [[TextSpan]]
  private let names: TargetNames
  private let threshold: Double

  /// - Parameter threshold: the probability from which a side counts as clear.
  init(_ document: Document, _ reading: Reading, _ tree: SyntaxTree, threshold: Double) {
    self.document = document
    self.threshold = threshold
    quotes = document[.quotes]
    names = TargetNames(document[.mentions])
    let candidates = TargetCandidates(tree)
    targets = quotes.map { quote in
      let sentences = AttributedStatement(quote, among: document[.sentences]).sentences
      guard let first = sentences.first, let last = sentences.last else { return [] }
      return candidates.candidates(in: reading.tokens(in: Self.window(around: quote, in: first.union(last))))
    }
  }

  /// The part of a statement's sentences in which it is looked for what the statement takes a side on.
  static func window(around quote: Quote, in sentences: TextSpan) -> TextSpan {
    let parts = (quote.spans + quote.cue + quote.source).map(\.span)
    guard let first = parts.first else { return sentences }
    let whole = parts.reduce(first) { $0.union($1) }
    return TextSpan(start: max(sentences.start, whole.start - reach), end: min(sentences.end, whole.end + reach))
  }

  /// The sides of all statements, by statement and in text order.
  ///
  /// - Throws: `engineFailed`, `modelLacksHead`.
  func stances() throws(DictumError) -> [Stance] {
    guard let encoding = document[.encoding], !quotes.isEmpty else { return [] }
    let classifier = try SideClassifier(of: encoding.model)
    let text = document.text.bytes
    let known = document[.statements]
    let scores = try encoding.encoders.withEncoder { encoder throws(DictumError) in
      // The quotes stage has read them already, unless they came with the document.
      var statements = known ?? []
      if statements.count != quotes.count {
        let read = quotes.map { AttributedStatement($0, among: document[.sentences]) }
        statements = try encoder.encode(read, of: text)
      }
      return try classifier.sides(toward: targets, of: statements, with: encoder)
    }
    return zip(quotes, zip(targets, scores)).flatMap { quote, asked in clear(quote, Array(zip(asked.0, asked.1))) }
  }

  /// How often a side of that probability is one that a reader lists (Platt, “Probabilistic Outputs for Support Vector
  /// Machines”, 1999; slope and shift fitted on the dev articles of positions).
  private static func calibrated(_ probability: Float) -> Double {
    let bounded = min(max(Double(probability), 1e-6), 1 - 1e-6)
    return 1 / (1 + exp(-(0.547 * log(bounded / (1 - bounded)) - 0.598)))
  }

  /// Those of a statement’s answers that are clear; of several for one entity, the surest.
  private func clear(_ quote: Quote, _ answers: [(TextSpan, LabelScores?)]) -> [Stance] {
    var found: [Stance] = []
    for (span, scores) in answers {
      guard let scores else { continue }
      let sides = (favor: scores.probability(of: "favor"), against: scores.probability(of: "against"))
      let probability = Self.calibrated(max(sides.favor, sides.against))
      guard probability >= threshold, !quote.source.contains(where: { $0.span.overlaps(span) }) else { continue }
      let mention = names.mention(at: span)
      if let mention, Self.factual.contains(mention.type) { continue }
      if let entity = mention?.entity, quote.speakers.contains(entity) { continue }
      var stance = Stance()
      stance.of = quote.id
      stance.holders = quote.speakers
      stance.target.span = mention.map { $0.form == .name ? $0.span : span } ?? span
      stance.target.text = document.text[stance.target.span ?? span]
      stance.target.entity = mention?.entity
      stance.label = sides.favor > sides.against ? .favor : .against
      stance.confidence = probability
      found.append(stance)
    }
    return found.surest
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
