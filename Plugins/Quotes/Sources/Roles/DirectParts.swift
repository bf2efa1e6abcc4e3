import DictumKit

/// The spans of direct quotes by place. Quotations do not overlap, so those near a span are found by search.
struct DirectParts {
  private let parts: [(span: TextSpan, quote: Int)]

  init(_ quotes: [Quote]) {
    parts = quotes.indices.flatMap { index in quotes[index].spans.map { ($0.span, index) } }
      .sorted { $0.span < $1.span }
  }

  /// The parts that share a byte with a span, with the indices of their quotes.
  func overlapping(_ span: TextSpan) -> ArraySlice<(span: TextSpan, quote: Int)> {
    let low = parts.partitioningIndex { $0.span.end > span.start }
    return parts[low...].prefix { $0.span.start < span.end }
  }
}
