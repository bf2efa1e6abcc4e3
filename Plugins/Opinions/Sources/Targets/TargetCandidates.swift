package import DictumKit

/// What a statement may take a side on.
package protocol TargetCandidates: Sendable {
  /// The candidates among some tokens, in text order (UTF-8). No two overlap.
  func candidates(in tokens: Range<Int>) -> [TextSpan]
}
