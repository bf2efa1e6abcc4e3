internal import DictumKit

/// Receives the pieces of a text, in order.
protocol WordSink {
  /// How much has been received; what `rollback` goes back to.
  var mark: Int { get }
  /// Forgets what came after `mark`.
  mutating func rollback(to mark: Int)
  /// A word or number at `start..<end` (UTF-8); `hasMiddle` if a full stop or an apostrophe stands inside the word.
  mutating func word(_ start: Int, _ end: Int, isNumber: Bool, hasMiddle: Bool)
  /// A piece that is neither: one mark, or a symbol with what modifies it.
  mutating func mark(_ start: Int, _ end: Int, kind: PieceKind)
}
