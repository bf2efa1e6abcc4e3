import DictumKit
import DictumNeural

/// Finds who backs or blames whom in a sentence, as its author tells it: “Stein accused Carter”, “the two allies”.
///
/// Each two entities that a sentence names are asked about in both directions (Park, Pan and Joo, “Who Blames or Endorses
/// Whom? Entity-to-Entity Directed Sentiment Extraction in News Text”, Findings of ACL 2021).
struct EntityRelations {
  static let heads: [(name: String, kind: HeadKind)] = [("directed", .spans)]
  /// Types of entities that take sides and have sides taken on them.
  private static let sided: Set<EntityType> = [.person, .organization, .norp, .location]
  /// A sentence that names more is a list; pairs grow with the square.
  private static let most = 12
  /// The probability from which a side is listed. Chosen on the dev sentences of Directed Sentiment Extraction.
  static let threshold: Float = 0.55

  private struct Pair {
    let sentence: Sentence
    let holder: Mention
    let target: Mention
  }

  private let document: Document
  private let mentions: [Mention]

  init(_ document: Document) {
    self.document = document
    mentions = document[.mentions].filter {
      $0.entity != nil && Self.sided.contains($0.type) && $0.form != .nominal
    }
  }

  /// The clear sides of all sentences, in text order, without those that a statement of the sentence has taken already.
  ///
  /// - Throws: `engineFailed`, `modelLacksHead`.
  func stances(beside taken: [Stance]) throws(DictumError) -> [Stance] {
    guard let encoding = document[.encoding] else { return [] }
    let known = takenSides(taken)
    let pairs = document[.sentences].flatMap { both(in: $0) }.filter { pair in
      !known.contains(Side(pair.sentence.id, pair.holder.entity, pair.target.entity))
    }
    guard !pairs.isEmpty else { return [] }
    let classifier = try RelationClassifier(Self.heads[0].name, of: encoding.model)
    let questions = pairs.map { RelationClassifier.Question(holder: $0.holder.span, target: $0.target.span) }
    let scores = try encoding.encoders.withEncoder { encoder throws(DictumError) in
      try classifier.classify(questions, in: encoding.document, with: encoder)
    }
    return zip(pairs, scores).compactMap { pair, scores in scores.flatMap { stance(of: pair, $0) } }
  }

  /// How the holder that each given target names stands toward it, one answer each: neutral where the two stand too far
  /// apart to be read together.
  ///
  /// - Throws: `engineFailed`, `modelLacksHead`.
  func answers(to given: [Target]) throws(DictumError) -> [Stance] {
    let asked = given.compactMap { target in
      target.span.flatMap { span in
        target.holder.map { (target, RelationClassifier.Question(holder: $0.span, target: span)) }
      }
    }
    guard let encoding = document[.encoding], !asked.isEmpty else { return [] }
    let classifier = try RelationClassifier(Self.heads[0].name, of: encoding.model)
    let scores = try encoding.encoders.withEncoder { encoder throws(DictumError) in
      try classifier.classify(asked.map(\.1), in: encoding.document, with: encoder)
    }
    return zip(asked, scores).map { asked, scores in answer(to: asked.0, asked.1, scores) }
  }

  private func answer(to target: Target, _ question: RelationClassifier.Question, _ scores: LabelScores?) -> Stance {
    var stance = Stance()
    let sentences = document[.sentences]
    let place = sentences.partitioningIndex { $0.span.end > question.target.start }
    stance.of = place < sentences.count ? sentences[place].id : Passages.documentID
    stance.holders = mentions.first { $0.span.overlaps(question.holder) }?.entity.map { [$0] } ?? []
    stance.target = target
    stance.target.holder = nil
    stance.target.text = document.text[question.target]
    stance.holder = target.holder
    stance.confidence = 0
    for label in StanceLabel.allCases {
      let probability = Double(scores?.probability(of: label.rawValue) ?? 0)
      if probability > stance.confidence { (stance.label, stance.confidence) = (label, probability) }
    }
    return stance
  }

  private func stance(of pair: Pair, _ scores: LabelScores) -> Stance? {
    let sides = (favor: scores.probability(of: "favor"), against: scores.probability(of: "against"))
    let probability = max(sides.favor, sides.against)
    guard probability >= Self.threshold, let holder = pair.holder.entity else { return nil }
    var stance = Stance()
    stance.of = pair.sentence.id
    stance.holders = [holder]
    stance.target.span = pair.target.span
    stance.target.text = document.text[pair.target.span]
    stance.target.entity = pair.target.entity
    stance.label = sides.favor > sides.against ? .favor : .against
    stance.confidence = Double(probability)
    return stance
  }

  /// Each two entities of a sentence, both ways.
  private func both(in sentence: Sentence) -> [Pair] {
    let first = mentions.partitioningIndex { $0.span.start >= sentence.span.start }
    var named: [Mention] = []
    for mention in mentions[first...].prefix(while: { $0.span.start < sentence.span.end }) {
      if let place = named.firstIndex(where: { $0.entity == mention.entity }) {
        if named[place].form == .pronoun, mention.form == .name { named[place] = mention }
      } else if named.count < Self.most {
        named.append(mention)
      }
    }
    return named.flatMap { holder in
      named.filter { $0.entity != holder.entity && !$0.span.overlaps(holder.span) }
        .map { Pair(sentence: sentence, holder: holder, target: $0) }
    }
  }

  private struct Side: Hashable {
    let sentence: String
    let holder: String?
    let target: String?

    init(_ sentence: String, _ holder: String?, _ target: String?) {
      (self.sentence, self.holder, self.target) = (sentence, holder, target)
    }
  }

  /// What statements say already, by the sentences that they touch.
  private func takenSides(_ taken: [Stance]) -> Set<Side> {
    let sentences = Dictionary(document[.quotes].map { ($0.id, $0.sentences) }) { first, _ in first }
    var sides: Set<Side> = []
    for stance in taken {
      guard let target = stance.target.entity else { continue }
      for sentence in sentences[stance.of] ?? [] {
        for holder in stance.holders { sides.insert(Side(sentence, holder, target)) }
      }
    }
    return sides
  }
}
