package import DictumKit
package import DictumLinear
import DictumModelFile

/// Ranks the candidates for each statement's speaker: a log-linear model over features that a reader would use, with the
/// rules' own answer among them (Denis and Baldridge, “Specialized Models and Ranking for Coreference Resolution”, EMNLP
/// 2008).
package struct SpeakerRanker: Sendable {
  /// How likely a speaker must be where the rules name none: of a statement with a source, and of one without.
  private static let least: (source: Float, none: Float) = (0.25, 0.6)

  private let model: LinearModel

  package init(_ model: LinearModel) { self.model = model }

  /// Reads the tables `rank_…` that Training/speakers writes.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  init(_ file: ModelTables) throws(DictumError) { model = try LinearModel(file, labels: 1, prefix: "rank_") }

  /// The best of some candidates.
  package func best(of rows: FeatureRows) -> Int? {
    let scores = model.scores(rows)
    return scores.indices.max { scores[$0] < scores[$1] }
  }

  /// The best of some candidates, where it is likely enough to say what the rules leave open.
  private func sure(of rows: FeatureRows, _ least: Float) -> Int? {
    let scores = model.scores(rows)
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
    let all = scores.reduce(Float(0)) { $0 + exponential($1 - scores[best]) }
    return 1 / all >= least ? best : nil
  }

  /// Names the speakers of a document anew, where it has entities and its tokens have parts of speech.
  ///
  /// - Throws: `engineFailed`, `modelLacksHead`.
  func rank(in document: inout Document) throws(DictumError) {
    guard Self.applies(to: document) else { return }
    let given = try SpeakerRanking(document)
    var ranking = given
    ranking.decide { statement, _, rows in
      guard given.isOpen(statement) else { return best(of: rows) }
      if given.isPassive(statement) { return nil }
      return sure(of: rows, given.hasSource(statement) ? Self.least.source : Self.least.none)
    }
    document = ranking.decided()
  }

  package static func applies(to document: Document) -> Bool {
    !document[.quotes].isEmpty && document.has(LayerKey.entities.name) && document.has(LayerKey.mentions.name)
      && document[.tokens].contains { $0.part != nil }
  }
}
