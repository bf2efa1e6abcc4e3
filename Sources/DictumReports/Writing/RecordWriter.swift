import DictumKit

/// Writes records as JSON objects, with offsets in the report's unit.
struct RecordWriter: FieldVisitor {
  var json: JSONBuffer
  let text: SourceText
  let offsets: OffsetMap

  mutating func write<R: Record>(_ record: R) {
    var record = record
    json.openObject()
    record.visit(&self)
    json.closeObject()
  }

  mutating func span(_ value: inout Span) {
    json.key("start")
    json.integer(offsets.offset(utf8: value.start))
    json.key("end")
    json.integer(offsets.offset(utf8: value.end))
  }

  mutating func span(_ value: inout Span?) {
    if var present = value { span(&present) }
  }

  mutating func text(of span: Span) {
    json.key("text")
    text.bytes.withUnsafeBufferPointer { bytes in
      json.string(UnsafeBufferPointer(rebasing: bytes[span.range.clamped(to: 0..<bytes.count)]))
    }
  }

  mutating func field(_ name: StaticString, _ value: inout String, _ summary: StaticString) {
    json.key(name)
    json.string(value)
  }

  mutating func field(_ name: StaticString, _ value: inout String?, _ summary: StaticString) {
    json.key(name)
    if let value { json.string(value) } else { json.null() }
  }

  mutating func field(_ name: StaticString, _ value: inout Int, _ summary: StaticString) {
    json.key(name)
    json.integer(value)
  }

  mutating func field(_ name: StaticString, _ value: inout Double, _ summary: StaticString) {
    json.key(name)
    json.number(value)
  }

  mutating func field(_ name: StaticString, _ value: inout Bool, _ summary: StaticString) {
    json.key(name)
    json.boolean(value)
  }

  mutating func field(_ name: StaticString, _ value: inout [String], _ summary: StaticString) {
    json.key(name)
    json.openArray()
    for entry in value { json.string(entry) }
    json.closeArray()
  }

  mutating func field<Choice: FieldChoice>(_ name: StaticString, _ value: inout Choice, _ summary: StaticString) {
    json.key(name)
    json.string(value.rawValue)
  }

  mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part, _ summary: StaticString) {
    json.key(name)
    write(value)
  }

  mutating func field<Part: Record>(_ name: StaticString, _ value: inout [Part], _ summary: StaticString) {
    json.key(name)
    json.openArray()
    for part in value { write(part) }
    json.closeArray()
  }
}
