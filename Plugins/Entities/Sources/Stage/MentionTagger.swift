import DictumKit

/// Finds and types names; `standard` and `small` are two of them.
protocol MentionTagger: Sendable {
  /// The name mentions of a segmented document in text order, not yet joined.
  func mentions(in document: Document) throws -> [Mention]
}
