package import DictumKit
package import DictumLinear
import DictumModelFile

/// Ranks the candidates for each statement's speaker: a log-linear model over features that a reader would use, with the
/// rules' own answer among them (Denis and Baldridge, “Specialized Models and Ranking for Coreference Resolution”, EMNLP
/// 2008).
package struct SpeakerRanker: Sendable {
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

  /// Names the speakers of a document anew, where it has entities and its tokens have parts of speech.
  ///
  /// - Throws: `engineFailed`, `modelLacksHead`.
  func rank(in document: inout Document) throws(DictumError) {
    guard Self.applies(to: document) else { return }
    var ranking = try SpeakerRanking(document)
    ranking.decide { _, _, rows in best(of: rows) }
    document = ranking.decided()
  }

  package static func applies(to document: Document) -> Bool {
    !document[.quotes].isEmpty && document.has(LayerKey.entities.name) && document.has(LayerKey.mentions.name)
      && document[.tokens].contains { $0.part != nil }
  }
}
