package import DictumJSON
package import DictumKit

/// Describes a record's fields as a JSON Schema object (draft 2020-12).
package struct RecordSchema: FieldVisitor {
  package private(set) var json = JSONBuffer()
  private var required: [String] = []

  /// A schema document for files that hold such records.
  ///
  /// - Parameter title: says which file, and what a record is in it.
  package static func document<R: Record>(_ title: String, of type: R.Type) -> [UInt8] {
    var schema = RecordSchema()
    var blank = R()
    schema.document(title, required: nil) { blank.visit(&$0) }
    return schema.json.bytes + [UInt8(ascii: "\n")]
  }

  /// Writes the schema of a record type as the next value.
  mutating func describe<R: Record>(_ type: R.Type) {
    let outer = required
    required = []
    var blank = R()
    json.openObject()
    json.key("type")
    json.string("object")
    json.key("properties")
    json.openObject()
    blank.visit(&self)
    json.closeObject()
    json.key("required")
    json.openArray()
    for name in required { json.string(name) }
    json.closeArray()
    json.key("additionalProperties")
    json.boolean(false)
    json.closeObject()
    required = outer
  }

  package mutating func span(_ value: inout TextSpan) {
    offset("start", "offset of the first unit")
    offset("end", "offset after the last unit")
    required += ["start", "end"]
  }

  package mutating func span(_ value: inout TextSpan?) {
    offset("start", "offset of the first unit; absent when there is no place")
    offset("end", "offset after the last unit; absent when there is no place")
  }

  private mutating func offset(_ name: StaticString, _ summary: StaticString) {
    json.key(name)
    json.openObject()
    json.key("type")
    json.string("integer")
    json.key("minimum")
    json.integer(0)
    json.key("description")
    json.string("\(summary)")
    json.closeObject()
  }

  package mutating func text(of span: TextSpan) { property("text", ["string"], "the words at that place") }

  package mutating func place(_ letter: StaticString) {
    property("id", ["string"], "a letter and the record's place in the layer, from 0")
  }

  package mutating func place(
    _ name: StaticString,
    _ value: inout Int?,
    _ letter: StaticString,
    _ summary: StaticString
  ) {
    property(name, ["string", "null"], summary)
  }

  package mutating func field(_ name: StaticString, _ value: inout String, _ summary: StaticString) {
    property(name, ["string"], summary)
  }

  package mutating func field(_ name: StaticString, _ value: inout String?, _ summary: StaticString) {
    property(name, ["string", "null"], summary)
  }

  package mutating func field(_ name: StaticString, _ value: inout Int, _ summary: StaticString) {
    property(name, ["integer"], summary)
  }

  package mutating func field(_ name: StaticString, _ value: inout Int?, _ summary: StaticString) {
    property(name, ["integer", "null"], summary)
  }

  package mutating func field(_ name: StaticString, _ value: inout Double, _ summary: StaticString) {
    property(name, ["number"], summary)
  }

  package mutating func field(
    _ name: StaticString,
    _ value: inout Double,
    in bounds: ClosedRange<Double>,
    _ summary: StaticString
  ) {
    open(name, summary)
    json.key("type")
    json.string("number")
    json.key("minimum")
    json.number(bounds.lowerBound)
    json.key("maximum")
    json.number(bounds.upperBound)
    json.closeObject()
  }

  package mutating func field(_ name: StaticString, _ value: inout Double?, _ summary: StaticString) {
    property(name, ["number", "null"], summary)
  }

  package mutating func field(_ name: StaticString, _ value: inout Bool, _ summary: StaticString) {
    property(name, ["boolean"], summary)
  }

  package mutating func field(_ name: StaticString, _ value: inout [String], _ summary: StaticString) {
    open(name, summary)
    json.key("type")
    json.string("array")
    json.key("items")
    json.openObject()
    json.key("type")
    json.string("string")
    json.closeObject()
    json.closeObject()
  }

  package mutating func field<Choice: FieldChoice>(_ name: StaticString, _ value: inout Choice, _ summary: StaticString)
  {
    choice(Choice.self, name, summary, orNull: false)
  }

  package mutating func field<Choice: FieldChoice>(
    _ name: StaticString,
    _ value: inout Choice?,
    _ summary: StaticString
  ) {
    choice(Choice.self, name, summary, orNull: true)
  }

  private mutating func choice<Choice: FieldChoice>(
    _ type: Choice.Type,
    _ name: StaticString,
    _ summary: StaticString,
    orNull: Bool
  ) {
    open(name, summary)
    json.key("enum")
    json.openArray()
    for word in Choice.allCases { json.string(word.rawValue) }
    if orNull { json.null() }
    json.closeArray()
    json.closeObject()
  }

  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part, _ summary: StaticString) {
    required.append("\(name)")
    json.key(name)
    describe(Part.self)
  }

  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part?, _ summary: StaticString) {
    open(name, summary)
    json.key("anyOf")
    json.openArray()
    describe(Part.self)
    json.openObject()
    json.key("type")
    json.string("null")
    json.closeObject()
    json.closeArray()
    json.closeObject()
  }

  package mutating func part<Part: Record>(_ name: StaticString, _ value: inout Part?, _ summary: StaticString) {
    json.key(name)
    describe(Part.self)
  }

  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout [Part], _ summary: StaticString) {
    open(name, summary)
    json.key("type")
    json.string("array")
    json.key("items")
    describe(Part.self)
    json.closeObject()
  }

  private mutating func open(_ name: StaticString, _ summary: StaticString) {
    required.append("\(name)")
    json.key(name)
    json.openObject()
    json.key("description")
    json.string("\(summary)")
  }

  private mutating func property(_ name: StaticString, _ types: [String], _ summary: StaticString) {
    open(name, summary)
    json.key("type")
    if types.count == 1 {
      json.string(types[0])
    } else {
      json.openArray()
      for type in types { json.string(type) }
      json.closeArray()
    }
    json.closeObject()
  }

  /// Makes a schema document around the properties that `body` writes.
  mutating func document(
    _ title: String,
    required names: [String]?,
    body: (inout RecordSchema) -> Void
  ) {
    json.openObject()
    json.key("$schema")
    json.string("https://json-schema.org/draft/2020-12/schema")
    json.key("title")
    json.string(title)
    json.key("type")
    json.string("object")
    json.key("properties")
    json.openObject()
    body(&self)
    json.closeObject()
    json.key("required")
    json.openArray()
    for name in names ?? required { json.string(name) }
    json.closeArray()
    json.closeObject()
  }

  /// Writes the property of a layer.
  mutating func layer<Content: Layer>(_ layer: Content) {
    self.layer(layer.name, layer.summary, of: Content.Element.self)
  }

  /// Writes a property whose schema is an array of records.
  mutating func layer<R: Record>(_ name: String, _ summary: String, of type: R.Type) {
    json.layout("\n")
    json.key(name)
    json.openObject()
    json.key("description")
    json.string(summary)
    json.key("type")
    json.string("array")
    json.key("items")
    describe(type)
    json.closeObject()
  }
}
