package import DictumKit
import DictumLinear
package import DictumModelFile

/// What the models of other questions say: stance of the sentence’s author toward the target, and how the content feels;
/// stacked under the question whose side the holder takes (Wolpert, “Stacked Generalization”, 1992).
package struct SideEvidence: Sendable {
  /// Bytes into which a difference of probabilities, from -1 to 1, is parted.
  private static let steps: Float = 6

  private let towardSpan: OpinionClassifier
  private let polarity: OpinionClassifier

  /// Reads `opinions-small`.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  package init(_ file: ModelTables) throws(DictumError) {
    towardSpan = try OpinionClassifier(file, prefix: "span_")
    polarity = try OpinionClassifier(file, prefix: "polarity_")
  }

  func stance(toward target: Range<Int>, of sentence: Range<Int>, in words: OpinionWords) -> UInt64 {
    var rows = FeatureRows()
    let near = LinearOpinionModel.window(around: target, in: sentence)
    OpinionFeatures.stance(toward: target, of: near, in: words, to: &rows)
    return Self.step(towardSpan.probabilities(rows))
  }

  func feeling(of content: [Range<Int>], in words: OpinionWords) -> UInt64 {
    guard let longest = content.max(by: { $0.count < $1.count }), !longest.isEmpty else { return 0 }
    var rows = FeatureRows()
    OpinionFeatures.polarity(of: longest.prefix(LinearOpinionModel.reach), in: words, to: &rows)
    return Self.step(polarity.probabilities(rows))
  }

  private static func step(_ probabilities: [Float]) -> UInt64 {
    guard probabilities.count == 3 else { return 0 }
    return UInt64(((probabilities[2] - probabilities[0] + 1) * steps).rounded())
  }
}
