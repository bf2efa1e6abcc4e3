import DictumEnglish
import DictumKit
import DictumNeural

/// Says which named entity a pronoun stands for, or leaves it open.
///
/// A head of the shared encoder ranks the names around; the probabilities of one entity's names add up.
struct PronounResolver: Sendable {
  /// The probability before the others are ruled out that an option needs.
  private static let least: Float = 0.05

  static let head = (name: "links", kind: HeadKind.link)

  /// The pronouns that are sure enough, as mentions without ids, in text order.
  ///
  /// - Parameter names: the document's name mentions with their entities, in text order.
  /// - Throws: `engineFailed`, `modelLacksHead`.
  func mentions(in document: Document, _ reading: Reading, names: [Mention]) throws -> [Mention] {
    guard let encoding = document[.encoding], !names.isEmpty else { return [] }
    let nearby = NearbyNames(names, in: reading)
    var asked: [(pronoun: Pronoun, span: TextSpan, candidates: [Int])] = []
    for token in document[.tokens] where token.kind == .word && (2...10).contains(token.span.count) {
      guard let pronoun = Pronoun(document.text[token.span]) else { continue }
      let candidates = nearby.candidates(for: pronoun, at: token.span)
      if !candidates.isEmpty { asked.append((pronoun, token.span, candidates)) }
    }
    let questions = asked.map {
      LinkScorer.Question(anaphor: $0.span, candidates: $0.candidates.map { names[$0].span })
    }
    let scorer = try LinkScorer(Self.head.name, of: encoding.model)
    let scores = try encoding.encoders.withEncoder { encoder throws(DictumError) in
      try scorer.probabilities(questions, in: encoding.document, with: encoder)
    }
    let readings = zip(asked, scores).map { asked, scores in
      Choice(
        pronoun: asked.pronoun,
        span: asked.span,
        options: options(zip(asked.candidates, scores), names)
      )
    }
    var agreement = GenderAgreement()
    for reading in readings {
      for option in reading.options { agreement.count(reading.pronoun, for: option.entity, option.probability) }
    }
    for (index, name) in names.enumerated() {
      guard let entity = name.entity, let pronoun = nearby.pronounRuledOut(byTitleOf: index) else { continue }
      agreement.countTitle(against: pronoun, for: entity)
    }
    var given: Set<String> = []
    for name in names where name.type == .person {
      let sex = reading.sexOfGivenName(name.span)
      // Of each person’s names, one.
      guard sex != 0, let entity = name.entity, given.insert(entity).inserted else { continue }
      agreement.countGivenName(sex, for: entity)
    }
    return readings.compactMap { mention(for: $0, names, agreement) }
  }

  /// What a pronoun may stand for.
  private struct Choice {
    var pronoun: Pronoun
    var span: TextSpan
    var options: [Option]
  }

  /// An entity with one of its names, by index, and the probability of all of them.
  private struct Option {
    var entity: String
    var name: Int
    var probability: Float
  }

  /// One option an entity, the first of its names that was scored standing for it.
  private func options(_ scores: some Sequence<(Int, Float)>, _ names: [Mention]) -> [Option] {
    var options: [Option] = []
    for (name, score) in scores {
      guard let entity = names[name].entity else { continue }
      if let known = options.firstIndex(where: { $0.entity == entity }) {
        options[known].probability += score
      } else {
        options.append(Option(entity: entity, name: name, probability: score))
      }
    }
    return options
  }

  /// The likeliest option that agrees with the document, if it is sure enough.
  private func mention(for reading: Choice, _ names: [Mention], _ agreement: GenderAgreement) -> Mention? {
    let agreeing = reading.options.filter { agreement.allows(reading.pronoun, for: $0.entity) }
    guard let best = agreeing.max(by: { $0.probability < $1.probability }) else { return nil }
    let excluded = reading.options.reduce(0) { $0 + $1.probability } - agreeing.reduce(0) { $0 + $1.probability }
    // What is left once the others are ruled out; of next to nothing no likelihood is made.
    let probability = best.probability >= Self.least ? best.probability / max(1 - excluded, Self.least) : 0
    guard probability >= reading.pronoun.threshold else { return nil }
    return Mention(
      id: "",
      span: reading.span,
      type: names[best.name].type,
      form: .pronoun,
      entity: best.entity,
      confidence: Double(min(1, probability))
    )
  }
}
