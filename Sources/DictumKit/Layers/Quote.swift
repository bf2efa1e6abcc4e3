/// How the words of a statement are given.
public enum QuoteKind: String, FieldChoice, Hashable {
  /// All content stands inside quote marks.
  case direct
  /// No content stands inside quote marks.
  case indirect
  /// Some of it does.
  case mixed
}

/// How sure it is that a quote is a statement of somebody.
public enum Certainty: String, FieldChoice, Hashable {
  /// What summaries show.
  case sure
  /// What they only count.
  case possible
}

/// An attributed statement: what was said (content), by whom (source), and the word that says so (cue).
public struct Quote: Record, Hashable {
  public var id = ""
  public var kind = QuoteKind.direct
  /// The content, in text order, without the quote marks around it.
  public var spans: [TextPart] = []
  /// The words that mark the attribution, such as "said"; empty when nothing does.
  public var cue: [TextPart] = []
  /// The words that name the source.
  public var source: [TextPart] = []
  /// Ids of the entities that speak; several for a joint statement.
  public var speakers: [String] = []
  /// Ids of the sentences that the content touches.
  public var sentences: [String] = []
  /// How sure the stage is, from 0 to 1.
  public var confidence = 1.0
  /// Whether a reader may take it for a statement without looking.
  public var certainty = Certainty.sure
  /// The resolver that decided, for a reader who asks why.
  public var by = ""

  public init() {}

  /// The smallest span (UTF-8) that holds all content.
  public var extent: TextSpan? {
    guard let first = spans.first, let last = spans.last else { return nil }
    return first.span.union(last.span)
  }

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.identity("q", &id, "q0, q1, … in text order")
    fields.field("kind", &kind, "direct, indirect or mixed")
    fields.field("spans", &spans, "the content, in text order")
    fields.field("cue", &cue, "the words that mark the attribution")
    fields.field("source", &source, "the words that name who speaks")
    fields.reference("speakers", &speakers, to: "entities", "ids of the entities that speak")
    fields.reference("sentences", &sentences, to: "sentences", "ids of the sentences that the content touches")
    fields.field("confidence", &confidence, in: 0...1, "from 0 to 1")
    fields.field("certainty", &certainty, "sure, or possible: what summaries only count")
    fields.field("by", &by, "the resolver that decided")
  }
}
