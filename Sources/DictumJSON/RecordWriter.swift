package import DictumKit

/// Writes records as JSON objects, with offsets in the report's unit.
package struct RecordWriter: FieldVisitor {
  package var json: JSONBuffer
  package let text: SourceText
  package let offsets: OffsetMap

  /// A writer for one document's records.
  package init(json: JSONBuffer, text: SourceText, offsets: OffsetMap) {
    self.json = json
    self.text = text
    self.offsets = offsets
  }

  package mutating func write<R: Record>(_ record: R) {
    var record = record
    json.openObject()
    record.visit(&self)
    json.closeObject()
  }

  package mutating func span(_ value: inout Span) {
    json.key("start")
    json.integer(offsets.offset(utf8: value.start))
    json.key("end")
    json.integer(offsets.offset(utf8: value.end))
  }

  package mutating func span(_ value: inout Span?) {
    if var present = value { span(&present) }
  }

  package mutating func text(of span: Span) {
    json.key("text")
    text.bytes.withUnsafeBufferPointer { bytes in
      json.string(UnsafeBufferPointer(rebasing: bytes[span.range.clamped(to: 0..<bytes.count)]))
    }
  }

  package mutating func field(_ name: StaticString, _ value: inout String, _ summary: StaticString) {
    json.key(name)
    json.string(value)
  }

  package mutating func field(_ name: StaticString, _ value: inout String?, _ summary: StaticString) {
    json.key(name)
    if let value { json.string(value) } else { json.null() }
  }

  package mutating func field(_ name: StaticString, _ value: inout Int, _ summary: StaticString) {
    json.key(name)
    json.integer(value)
  }

  package mutating func field(_ name: StaticString, _ value: inout Double, _ summary: StaticString) {
    json.key(name)
    json.number(value)
  }

  package mutating func field(_ name: StaticString, _ value: inout Bool, _ summary: StaticString) {
    json.key(name)
    json.boolean(value)
  }

  package mutating func field(_ name: StaticString, _ value: inout [String], _ summary: StaticString) {
    json.key(name)
    json.openArray()
    for entry in value { json.string(entry) }
    json.closeArray()
  }

  package mutating func field<Choice: FieldChoice>(_ name: StaticString, _ value: inout Choice, _ summary: StaticString)
  {
    json.key(name)
    json.string(value.rawValue)
  }

  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part, _ summary: StaticString) {
    json.key(name)
    write(value)
  }

  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout [Part], _ summary: StaticString) {
    json.key(name)
    json.openArray()
    for part in value { write(part) }
    json.closeArray()
  }
}
