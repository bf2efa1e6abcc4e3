import DictumKit
import DictumNeural

/// Says which named entity a pronoun stands for, or leaves it open.
///
/// A head of the shared encoder ranks the names around; the probabilities of one entity's names add up.
struct PronounResolver: Sendable {
  private let encoders: EncoderPool
  private let scorer: LinkScorer

  /// - Throws: `modelLacksHead`.
  init(_ encoders: EncoderPool) throws {
    self.encoders = encoders
    scorer = try LinkScorer("links", of: encoders.model)
  }

  /// The pronouns that are sure enough, as mentions without ids, in text order.
  ///
  /// - Parameter names: the document's name mentions with their entities, in text order.
  /// - Throws: `engineFailed`.
  func mentions(in document: Document, names: [Mention]) throws -> [Mention] {
    guard let encoding = document[.encoding], !names.isEmpty else { return [] }
    let nearby = NearbyNames(names, in: document)
    var asked: [(pronoun: Pronoun, span: Span, candidates: [Int])] = []
    for token in document[.tokens] where token.kind == .word && (2...10).contains(token.span.count) {
      guard let pronoun = Pronoun(document.text[token.span]) else { continue }
      let candidates = nearby.candidates(for: pronoun, at: token.span)
      if !candidates.isEmpty { asked.append((pronoun, token.span, candidates)) }
    }
    let questions = asked.map {
      LinkScorer.Question(anaphor: $0.span, candidates: $0.candidates.map { names[$0].span })
    }
    let scores = try encoders.withEncoder { encoder throws(DictumError) in
      try scorer.probabilities(questions, in: encoding, with: encoder)
    }
    return zip(asked, scores).compactMap { asked, scores in
      var mass: [String: Float] = [:]
      var best: (name: Int, mass: Float)?
      for (name, score) in zip(asked.candidates, scores) {
        guard let entity = names[name].entity else { continue }
        mass[entity, default: 0] += score
        if let sum = mass[entity], sum > best?.mass ?? 0 { best = (name, sum) }
      }
      guard let best, best.mass >= asked.pronoun.threshold else { return nil }
      return Mention(
        id: "",
        span: asked.span,
        type: names[best.name].type,
        form: .pronoun,
        entity: names[best.name].entity,
        confidence: Double(min(1, best.mass))
      )
    }
  }
}
