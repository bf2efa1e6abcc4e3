/// A sentence, without the white space around it.
public struct Sentence: Record, Hashable {
  public var id = ""
  public var span = Span()
  /// The paragraph's number, from 0; blank lines separate paragraphs.
  public var paragraph = 0

  public init() {}

  /// A sentence at `span` (UTF-8) of the given paragraph.
  public init(id: String, span: Span, paragraph: Int) {
    self.id = id
    self.span = span
    self.paragraph = paragraph
  }

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.identity("s", &id, "s0, s1, … in text order")
    fields.span(&span)
    fields.field("paragraph", &paragraph, "number of the paragraph, from 0")
  }
}

/// What a token is made of.
public enum TokenKind: String, FieldChoice, Hashable {
  case word
  case number
  case punctuation
  case symbol
}

/// A token: an ICU word with clitics split off by the treebank's conventions ("do" + "n't", "Japan" + "’s").
public struct Token: Record, Hashable {
  public var span = Span()
  public var kind = TokenKind.word

  public init() {}

  /// A token at `span` (UTF-8).
  @inlinable public init(span: Span, kind: TokenKind) {
    self.span = span
    self.kind = kind
  }

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.span(&span)
    fields.field("kind", &kind, "word, number, punctuation or symbol")
  }
}
