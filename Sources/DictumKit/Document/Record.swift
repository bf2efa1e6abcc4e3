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
  mutating func span(_ value: inout TextSpan)
  /// A place that may be missing: `start` and `end`, or neither.
  mutating func span(_ value: inout TextSpan?)
  /// The text of a span, written for the reader's convenience and ignored when read.
  mutating func text(of span: TextSpan)
  /// The record's id, which is a letter and its place in its layer; not stored.
  mutating func place(_ letter: StaticString)
  /// The id of a record whose id is its place; nil for none.
  mutating func place(_ name: StaticString, _ value: inout Int?, _ letter: StaticString, _ summary: StaticString)
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
  /// A number that may be missing.
  mutating func field(_ name: StaticString, _ value: inout Double?, _ summary: StaticString)
  /// A truth value.
  mutating func field(_ name: StaticString, _ value: inout Bool, _ summary: StaticString)
  /// A list of strings, such as ids in another layer.
  mutating func field(_ name: StaticString, _ value: inout [String], _ summary: StaticString)
  /// One of a closed set of words.
  mutating func field<Choice: FieldChoice>(_ name: StaticString, _ value: inout Choice, _ summary: StaticString)
  /// One of a closed set of words, or nothing.
  mutating func field<Choice: FieldChoice>(_ name: StaticString, _ value: inout Choice?, _ summary: StaticString)
  /// A record within this one.
  mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part, _ summary: StaticString)
  /// A record within this one, or nothing.
  mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part?, _ summary: StaticString)
  /// A record within this one that a report leaves out where there is none.
  mutating func part<Part: Record>(_ name: StaticString, _ value: inout Part?, _ summary: StaticString)
  /// A list of records within this one.
  mutating func field<Part: Record>(_ name: StaticString, _ value: inout [Part], _ summary: StaticString)

  /// The record's own id, unique in its layer: `prefix` and a number, unless the document brought another.
  mutating func identity(_ prefix: StaticString, _ value: inout String, _ summary: StaticString)
  /// The id of a record of another layer.
  mutating func reference(_ name: StaticString, _ value: inout String, to: Referents, _ summary: StaticString)
  /// The id of a record of another layer, where there is one.
  mutating func reference(_ name: StaticString, _ value: inout String?, to: Referents, _ summary: StaticString)
  /// Ids of records of another layer.
  mutating func reference(_ name: StaticString, _ value: inout [String], to: Referents, _ summary: StaticString)
  /// A number within bounds, such as a probability.
  mutating func field(
    _ name: StaticString,
    _ value: inout Double,
    in bounds: ClosedRange<Double>,
    _ summary: StaticString
  )
}

// Who does not look into ids, references and bounds sees plain fields.
extension FieldVisitor {
  public mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part?, _ summary: StaticString) {
    guard var part = value else {
      var absent: String?
      return field(name, &absent, summary)
    }
    field(name, &part, summary)
    value = part
  }
  public mutating func part<Part: Record>(_ name: StaticString, _ value: inout Part?, _ summary: StaticString) {
    field(name, &value, summary)
  }
  public mutating func identity(_ prefix: StaticString, _ value: inout String, _ summary: StaticString) {
    field("id", &value, summary)
  }
  public mutating func reference(
    _ name: StaticString,
    _ value: inout String,
    to: Referents,
    _ summary: StaticString
  ) { field(name, &value, summary) }
  public mutating func reference(
    _ name: StaticString,
    _ value: inout String?,
    to: Referents,
    _ summary: StaticString
  ) { field(name, &value, summary) }
  public mutating func reference(
    _ name: StaticString,
    _ value: inout [String],
    to: Referents,
    _ summary: StaticString
  ) { field(name, &value, summary) }
  public mutating func field(
    _ name: StaticString,
    _ value: inout Double,
    in bounds: ClosedRange<Double>,
    _ summary: StaticString
  ) { field(name, &value, summary) }
}

/// The layers whose ids a reference may hold.
public struct Referents: Sendable, ExpressibleByStringLiteral {
  let layer: StaticString
  let other: StaticString?
  let word: StaticString?

  /// The layers' names.
  public var layers: [String] { ["\(layer)"] + (other.map { ["\($0)"] } ?? []) }

  /// Ids of one layer.
  public init(stringLiteral layer: StaticString) { self.init(layer) }

  /// Ids of one layer or of another, or a word that stands for neither.
  public init(_ layer: StaticString, or other: StaticString? = nil, orTheWord word: StaticString? = nil) {
    self.layer = layer
    self.other = other
    self.word = word
  }
}

/// A closed set of words that a field may hold.
public typealias FieldChoice = CaseIterable & RawRepresentable<String> & Sendable

/// A piece of text within a record: `start`, `end` and, for the reader, `text`.
public struct TextPart: Record, Hashable {
  public var span: TextSpan

  public init() { span = TextSpan() }

  /// A part that covers `span`.
  public init(_ span: TextSpan) { self.span = span }

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.span(&span)
    fields.text(of: span)
  }
}

extension FieldVisitor {
  // What only readers, writers and the schema care for.
  public mutating func place(_ letter: StaticString) {}

  public mutating func place(
    _ name: StaticString,
    _ value: inout Int?,
    _ letter: StaticString,
    _ summary: StaticString
  ) {}

  public mutating func field<Choice: FieldChoice>(
    _ name: StaticString,
    _ value: inout Choice?,
    _ summary: StaticString
  ) {}
}
