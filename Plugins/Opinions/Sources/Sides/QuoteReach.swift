package import DictumKit

extension Quote {
  /// Bytes around a statement in which its sentences are looked at: more than sentences have.
  private static let most = 2_000

  /// The part of a text in which it is looked for what the statement takes a side on: its sentences, from the first that
  /// it touches to the last.
  package func reach(in sentences: [Sentence]) -> TextSpan {
    let parts = (spans + cue + source).map(\.span)
    guard let first = parts.first else { return TextSpan() }
    let whole = parts.reduce(first) { $0.union($1) }
    let begin = sentences.partitioningIndex { $0.span.end > whole.start }
    let end = sentences.partitioningIndex { $0.span.start >= whole.end }
    guard begin < end else { return TextSpan() }
    let around = sentences[begin].span.union(sentences[end - 1].span)
    return TextSpan(start: max(around.start, whole.start - Self.most), end: min(around.end, whole.end + Self.most))
  }
}
