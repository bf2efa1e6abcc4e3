import DictumKit

/// How likely a holder is for and against a target; what is left is neither.
struct SideScores: Sendable, Equatable {
  var favor: Float
  var against: Float
}

/// Says of each candidate of each statement how likely the holder takes a side on it.
protocol SideModel: Sendable {
  /// One answer a candidate, in their order; nil where nothing could be read.
  ///
  /// - Parameters:
  ///   - targets: the candidates of each statement (UTF-8).
  ///   - quotes: the statements.
  func sides(toward targets: [[TextSpan]], of quotes: [Quote], in document: Document) throws -> [[SideScores?]]
  /// How often a side with such clues is one that a careful reader lists.
  var odds: SideOdds { get }
}
