/// Looks at one record's fields.
struct RecordCheck: FieldVisitor {
  /// An id that the record holds of another one.
  struct Reference {
    let field: StaticString
    let id: String
    let to: Referents
  }

  private let text: SourceText
  private var isNested = false
  /// What is wrong with the record; whoever looks at it beside the others adds to them.
  var problems: [String] = []
  private(set) var references: [Reference] = []
  /// The record's own place and id.
  private(set) var place: TextSpan?
  private(set) var id: String?

  init(_ text: SourceText) { self.text = text }

  mutating func begin() {
    if !problems.isEmpty { problems.removeAll(keepingCapacity: true) }
    if !references.isEmpty { references.removeAll(keepingCapacity: true) }
    place = nil
    id = nil
  }

  mutating func span(_ value: inout TextSpan) {
    if !isNested { place = value }
    guard value.end <= text.count, text.isScalarBoundary(value.start), text.isScalarBoundary(value.end) else {
      let reason = value.end > text.count ? "outside the text" : "inside a character"
      problems.append(": the place \(value.start)..<\(value.end) (UTF-8) lies \(reason)")
      return
    }
  }

  mutating func span(_ value: inout TextSpan?) {
    if var present = value { span(&present) }
  }

  mutating func text(of span: TextSpan) {}
  mutating func field(_ name: StaticString, _ value: inout String, _ summary: StaticString) {}
  mutating func field(_ name: StaticString, _ value: inout String?, _ summary: StaticString) {}
  mutating func field(_ name: StaticString, _ value: inout Int, _ summary: StaticString) {}
  mutating func field(_ name: StaticString, _ value: inout Int?, _ summary: StaticString) {}

  mutating func field(_ name: StaticString, _ value: inout Double, _ summary: StaticString) {
    if !value.isFinite { problems.append(".\(name) is \(value), not a finite number") }
  }

  mutating func field(
    _ name: StaticString,
    _ value: inout Double,
    in bounds: ClosedRange<Double>,
    _ summary: StaticString
  ) {
    // A sum of rounded probabilities may pass its bound by a hair.
    let slack = 1e-6
    guard value >= bounds.lowerBound - slack, value <= bounds.upperBound + slack else {
      problems.append(".\(name) is \(value), not within \(bounds.lowerBound) and \(bounds.upperBound)")
      return
    }
  }

  mutating func field(_ name: StaticString, _ value: inout Double?, _ summary: StaticString) {
    if var value { field(name, &value, summary) }
  }

  mutating func field(_ name: StaticString, _ value: inout Bool, _ summary: StaticString) {}
  mutating func field(_ name: StaticString, _ value: inout [String], _ summary: StaticString) {}
  mutating func field<Choice: FieldChoice>(_ name: StaticString, _ value: inout Choice, _ summary: StaticString) {}

  mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part, _ summary: StaticString) {
    let outer = isNested
    isNested = true
    value.visit(&self)
    isNested = outer
  }

  mutating func field<Part: Record>(_ name: StaticString, _ value: inout [Part], _ summary: StaticString) {
    for index in value.indices { field(name, &value[index], summary) }
  }

  mutating func identity(_ prefix: StaticString, _ value: inout String, _ summary: StaticString) {
    if !isNested { id = value }
  }

  mutating func reference(_ name: StaticString, _ value: inout String, to: Referents, _ summary: StaticString) {
    references.append(Reference(field: name, id: value, to: to))
  }

  mutating func reference(_ name: StaticString, _ value: inout String?, to: Referents, _ summary: StaticString) {
    if let value { references.append(Reference(field: name, id: value, to: to)) }
  }

  mutating func reference(_ name: StaticString, _ value: inout [String], to: Referents, _ summary: StaticString) {
    for id in value { references.append(Reference(field: name, id: id, to: to)) }
  }
}

/// Collects records' own ids.
struct IDCollector: PlainVisitor {
  private(set) var ids: Set<String> = []

  mutating func identity(_ prefix: StaticString, _ value: inout String, _ summary: StaticString) { ids.insert(value) }
}
