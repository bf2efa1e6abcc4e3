/// One entry of a layer, or a part of one.
///
/// `visit` names the fields once; writing a report, reading one back, the JSON Schema and the tests' markers are all
/// derived from it. Codable would give the first two only, and at several times the cost (a report is written for
/// every article of a batch).
public protocol Record: Sendable {
  /// A blank record, filled by `visit` when one is read.
  init()
  /// Hands every field to the visitor, in the order in which the report shows them.
  mutating func visit(_ fields: inout some FieldVisitor)
}

/// What a record hands its fields to: a report writer, a report reader, the schema, a test.
public protocol FieldVisitor {
  /// The record's own place: `start` and `end`.
  mutating func span(_ value: inout Span)
  /// A place that may be missing: `start` and `end`, or neither.
  mutating func span(_ value: inout Span?)
  /// The text of a span, written for the reader's convenience and ignored when read.
  mutating func text(of span: Span)
  /// A string.
  mutating func field(_ name: StaticString, _ value: inout String, _ summary: StaticString)
  /// A string that may be missing.
  mutating func field(_ name: StaticString, _ value: inout String?, _ summary: StaticString)
  /// A whole number.
  mutating func field(_ name: StaticString, _ value: inout Int, _ summary: StaticString)
  /// A whole number that may be missing.
  mutating func field(_ name: StaticString, _ value: inout Int?, _ summary: StaticString)
  /// A number; a report shows at most four decimals.
  mutating func field(_ name: StaticString, _ value: inout Double, _ summary: StaticString)
  /// A truth value.
  mutating func field(_ name: StaticString, _ value: inout Bool, _ summary: StaticString)
  /// A list of strings, such as ids in another layer.
  mutating func field(_ name: StaticString, _ value: inout [String], _ summary: StaticString)
  /// One of a closed set of words.
  mutating func field<Choice: FieldChoice>(_ name: StaticString, _ value: inout Choice, _ summary: StaticString)
  /// A record within this one.
  mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part, _ summary: StaticString)
  /// A list of records within this one.
  mutating func field<Part: Record>(_ name: StaticString, _ value: inout [Part], _ summary: StaticString)
}

/// A closed set of words that a field may hold.
public typealias FieldChoice = CaseIterable & RawRepresentable<String> & Sendable

/// A piece of text within a record: `start`, `end` and, for the reader, `text`.
public struct TextPart: Record, Hashable {
  public var span: Span

  public init() { span = Span() }

  /// A part that covers `span`.
  public init(_ span: Span) { self.span = span }

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.span(&span)
    fields.text(of: span)
  }
}
