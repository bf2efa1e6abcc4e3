import DictumKit

/// The tokens of a document with the questions that resolvers ask of them.
struct TokenSequence {
  private let text: SourceText
  private let tokens: [Token]

  init(_ document: Document) {
    text = document.text
    tokens = document[.tokens]
  }

  /// The tokens that begin in a span (UTF-8).
  func indices(in span: Span) -> Range<Int> {
    let lower = firstIndex(at: span.start)
    return lower..<max(lower, firstIndex(at: span.end))
  }

  /// The first token that begins at `offset` or later.
  private func firstIndex(at offset: Int) -> Int {
    tokens.partitioningIndex { $0.span.start >= offset }
  }

  func span(_ index: Int) -> Span { tokens[index].span }

  /// The span from the first to the last token of a range.
  func span(_ range: Range<Int>) -> Span? {
    guard let first = range.first, let last = range.last else { return nil }
    return tokens[first].span.union(tokens[last].span)
  }

  /// The token as written.
  func word(_ index: Int) -> String { text[tokens[index].span] }

  /// The token in lower case.
  func lowercased(_ index: Int) -> String { word(index).lowercased() }

  func isWord(_ index: Int) -> Bool { tokens[index].kind == .word || tokens[index].kind == .number }

  /// Whether the token's first letter is a capital.
  func isCapitalised(_ index: Int) -> Bool {
    word(index).unicodeScalars.first?.properties.isUppercase ?? false
  }

  /// The number of words and numbers in a range.
  func wordCount(_ range: Range<Int>) -> Int { range.count { isWord($0) } }
}
