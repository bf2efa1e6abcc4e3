import DictumKit
import DictumNeural

/// How likely the encoder's link head finds each name that a pronoun or role may stand for.
enum LinkEvidence {
  /// Names further back are never asked: the encoder met none beyond its window in training.
  private static let reach = 2_000
  private static let most = 24

  /// By source, by entity; nil where nobody was asked.
  ///
  /// - Throws: `engineFailed`, `modelLacksHead`.
  static func likelihoods(
    of sources: [AskedSource],
    _ portraits: Portraits,
    in document: Document
  ) throws(DictumError) -> [[Int: Float]?] {
    guard let encoding = document[.encoding] else { return sources.map { _ in nil } }
    var asked: [(source: Int, names: [Int])] = []
    for (index, source) in sources.enumerated() where source.isPronoun || source.kind == .role {
      guard let span = source.span else { continue }
      let next = portraits.names.partitioningIndex { $0.span.start >= span.start }
      let names = (max(0, next - most)..<next).reversed().filter { span.start - portraits.names[$0].span.end < reach }
      if !names.isEmpty { asked.append((index, names)) }
    }
    var found: [[Int: Float]?] = sources.map { _ in nil }
    guard !asked.isEmpty else { return found }
    let questions = asked.map { index, names in
      LinkScorer.Question(
        anaphor: sources[index].span ?? TextSpan(),
        candidates: names.map { portraits.names[$0].span }
      )
    }
    let scorer = try LinkScorer(RoleSpeakers.head.name, of: encoding.model)
    let scores = try encoding.encoders.withEncoder { encoder throws(DictumError) in
      try scorer.probabilities(questions, in: encoding.document, with: encoder)
    }
    for (asked, scores) in zip(asked, scores) {
      var sums: [Int: Float] = [:]
      for (name, score) in zip(asked.names, scores) { sums[portraits.entityOfName[name], default: 0] += score }
      found[asked.source] = sums
    }
    return found
  }
}
