/// What a token is made of.
public enum TokenKind: String, FieldChoice, Hashable {
  case word
  case number
  case punctuation
  case symbol
}

/// A token: an ICU word with clitics split off by the treebank's conventions ("do" + "n't", "Japan" + "’s").
///
/// Its id in a report is its place: t0, t1, …
public struct Token: Record, Hashable {
  public var span = TextSpan()
  public var kind = TokenKind.word
  /// Nil where no stage has tagged it.
  public var part: PartOfSpeech?
  /// The relation to its head; nil where no stage has parsed it.
  public var relation: Relation?
  @usableFromInline var governor: Int32 = -1
  /// The word as a dictionary lists it; nil where no stage has said so.
  public var lemma: String?

  public init() {}

  /// A token at `span` (UTF-8).
  @inlinable public init(span: TextSpan, kind: TokenKind) {
    self.span = span
    self.kind = kind
  }

  /// The place among the tokens of the one that governs this one; nil for the root of a sentence, and where no stage
  /// has parsed it. A document that arrives with tokens may name any place.
  @inlinable public var head: Int? {
    get { governor < 0 ? nil : Int(governor) }
    set { governor = newValue.map { Int32(clamping: $0) } ?? -1 }
  }

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.place("t")
    fields.span(&span)
    fields.field("kind", &kind, "word, number, punctuation or symbol")
    fields.field("upos", &part, "the universal part of speech; null where no stage says")
    fields.field("lemma", &lemma, "the word as a dictionary lists it; null where no stage says")
    fields.place("head", &head, "t", "id of the token that governs this one; null for a sentence's root")
    fields.field("deprel", &relation, "the universal dependency on the head; null where no stage says")
  }
}
