import DictumKit
import DictumLinear
import DictumModelFile

/// A logistic regression over candidates: `side_…` of the file, with word clusters `cluster_words` and
/// `cluster_ids`.
struct LinearSideModel: SideModel {
  private let classifier: OpinionClassifier
  private let clusters: WordTable
  private let evidence: SideEvidence

  /// - Throws: `modelMismatch`, `modelNotFinite`.
  init(_ file: ModelTables, evidence: SideEvidence) throws(DictumError) {
    self.evidence = evidence
    classifier = try OpinionClassifier(file, prefix: "side_")
    clusters = try WordTable(file, words: "cluster_words", numbers: "cluster_ids")
  }

  func sides(toward targets: [[TextSpan]], of quotes: [Quote], in document: Document) -> [[SideScores?]] {
    let features = SideFeatures(document, words: OpinionWords(document, clusters: clusters), evidence: evidence)
    let names = TargetNames(document[.mentions])
    return zip(quotes, targets).map { quote, spans in
      var rows = FeatureRows()
      features.add(spans, spans.map { names.mention(at: $0)?.type }, of: quote, to: &rows)
      let found = classifier.probabilities(rows)
      return spans.indices.map { SideScores(favor: found[$0 * 3 + 2], against: found[$0 * 3]) }
    }
  }

  /// Fitted by `train-opinions listed-small` on articles that the classifier did not learn from.
  let odds = SideOdds(
    intercept: -2.415,
    [
      .odds: 0.809, .favorOdds: 0.007, .favor: 0.085, .content: 1.082, .cue: -0.637, .ownSide: -0.784,
      .pointing: -0.889,
      .certainty: 1.192, .feeling: 0.384, .elsewhere: 1.391,
    ]
  )
}
