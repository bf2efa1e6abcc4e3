import DictumKit

/// A stretch of text inside quote marks.
struct Quotation {
  /// The opening mark (UTF-8).
  let opening: TextSpan
  /// The closing mark; nil when the quotation was never closed.
  let closing: TextSpan?
  /// What stands inside, paragraph by paragraph, without marks and outer white space.
  let content: [TextSpan]

  /// From the opening to the closing mark, both included.
  var extent: TextSpan {
    TextSpan(start: opening.start, end: closing?.end ?? content.last?.end ?? opening.end)
  }
}
