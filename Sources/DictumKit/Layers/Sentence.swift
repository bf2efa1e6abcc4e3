/// A sentence, without the white space around it.
public struct Sentence: Record, Hashable {
  public var id = ""
  public var span = TextSpan()
  /// The paragraph's number, from 0; blank lines separate paragraphs.
  public var paragraph = 0

  public init() {}

  /// A sentence at `span` (UTF-8) of the given paragraph.
  public init(id: String, span: TextSpan, paragraph: Int) {
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
