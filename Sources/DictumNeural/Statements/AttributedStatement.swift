public import DictumKit

/// A statement as the statement heads read it: its sentences, and which words of them are source, cue and content.
public struct AttributedStatement: Sendable, Hashable {
  /// The document’s sentences from the first that the statement touches to the last (UTF-8, in order).
  public var sentences: [TextSpan]
  /// UTF-8.
  public var content: [TextSpan]
  /// UTF-8.
  public var cue: [TextSpan]
  /// UTF-8.
  public var source: [TextSpan]

  /// A statement; all spans in UTF-8 bytes.
  public init(sentences: [TextSpan], content: [TextSpan], cue: [TextSpan], source: [TextSpan]) {
    self.sentences = sentences
    self.content = content
    self.cue = cue
    self.source = source
  }

  /// A quote of a document, with the sentences from the first that it touches to the last.
  public init(_ quote: Quote, among sentences: [Sentence]) {
    content = quote.spans.map(\.span)
    cue = quote.cue.map(\.span)
    source = quote.source.map(\.span)
    let all = content + cue + source
    let extent = all.dropFirst().reduce(all.first ?? TextSpan()) { $0.union($1) }
    let first = sentences.partitioningIndex { $0.span.end > extent.start }
    let end = sentences.partitioningIndex { $0.span.start >= extent.end }
    self.sentences = sentences[first..<max(first, end)].map(\.span)
  }

  /// The segment of a word: source before cue before content; 0 for a word without a role.
  func segment(of word: TextSpan) -> UInt8 {
    func touches(_ spans: [TextSpan]) -> Bool { spans.contains { $0.start < word.end && $0.end > word.start } }
    if touches(source) { return Role.source.rawValue }
    if touches(cue) { return Role.cue.rawValue }
    return touches(content) ? Role.content.rawValue : 0
  }

  /// What a word does in a statement: the row of the segment table that its pieces get.
  enum Role: UInt8, CaseIterable {
    case source = 2
    case cue = 3
    case content = 4
  }
}
