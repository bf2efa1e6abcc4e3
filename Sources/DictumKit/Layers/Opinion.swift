/// The polarity of a text.
public enum SentimentLabel: String, FieldChoice, Hashable {
  case negative, neutral, positive
}

/// The sentiment of a quote, a sentence or the document.
public struct Sentiment: Record, Hashable {
  /// A quote's id, a sentence's id or `document`.
  public var of = ""
  public var label = SentimentLabel.neutral
  /// From -1 (negative) to 1 (positive).
  public var score = 0.0

  public init() {}

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.reference("of", &of, to: .statements, "a quote's id, a sentence's id or document")
    fields.field("label", &label, "negative, neutral or positive")
    fields.field("score", &score, in: -1...1, "from -1 to 1")
  }
}

/// How a holder stands on a target.
public enum StanceLabel: String, FieldChoice, Hashable {
  case against, neutral, favor
}

/// What a stance is about: a span of the text, or a text of its own (a topic).
public struct Target: Record, Hashable {
  /// Where the target stands in the document (UTF-8); nil for a topic.
  public var span: TextSpan?
  /// The target's words.
  public var text = ""
  /// The id of the entity that it names, if any.
  public var entity: String?
  /// Whose stance is asked for; only targets that a document brings along have one.
  public var holder: TextPart?

  public init() {}

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.span(&span)
    fields.field("text", &text, "the target's words")
    fields.reference("entity", &entity, to: "entities", "id of the entity that it names")
    fields.part("holder", &holder, "whose stance is asked for, in a target that the document brought along")
  }
}

/// A holder's stance toward a target.
public struct Stance: Record, Hashable {
  /// The quote's or sentence's id.
  public var of = ""
  /// Ids of the entities whose stance it is; empty for the author's.
  public var holders: [String] = []
  public var target = Target()
  public var label = StanceLabel.neutral
  /// From 0 to 1, calibrated.
  public var confidence = 1.0
  /// Whose stance it is, where the document asked for that of a place in the text.
  public var holder: TextPart?

  public init() {}

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.reference("of", &of, to: .statements, "a quote's or sentence's id")
    fields.reference("holders", &holders, to: "entities", "ids of the entities whose stance it is")
    fields.field("target", &target, "what it is about")
    fields.field("label", &label, "favor, against or neutral")
    fields.field("confidence", &confidence, in: 0...1, "from 0 to 1")
    fields.part("holder", &holder, "the holder that the document asked for, as it named the place")
  }
}

extension Referents {
  /// What an opinion may be found in.
  fileprivate static let statements = Referents("quotes", or: "sentences", orTheWord: "document")
}
