import DictumKit

/// A run of words with a role in an attribution.
struct RoleSpan {
  /// UTF-8.
  var span: TextSpan
  /// From 0 to 1.
  var confidence: Double
}

/// What a tagger marked in a document; each list is in text order and without overlaps.
struct RoleSpans {
  var contents: [RoleSpan] = []
  var cues: [RoleSpan] = []
  var sources: [RoleSpan] = []
}

/// Marks contents, cues and sources.
protocol RoleTagger: Sendable {
  /// The roles of a document's words.
  func roles(in document: Document) throws -> RoleSpans
}
