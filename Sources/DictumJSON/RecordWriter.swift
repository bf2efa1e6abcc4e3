package import DictumKit

/// Writes records as JSON objects, with offsets in the report's unit.
package struct RecordWriter: FieldVisitor {
  package var json: JSONBuffer
  package let text: SourceText
  package let offsets: OffsetMap
  private var startsLines = false
  /// The place in its layer of the record that is written next.
  private var index = 0

  /// A writer for one document's records.
  package init(json: JSONBuffer, text: SourceText, offsets: OffsetMap) {
    self.json = json
    self.text = text
    self.offsets = offsets
  }

  package mutating func write<R: Record>(_ record: R) {
    json.openObject()
    writeFields(of: record)
    json.closeObject()
  }

  /// Writes a record's fields into the object that is open.
  ///
  /// - Parameter breaksLines: each field begins a line.
  package mutating func writeFields(of record: some Record, breaksLines: Bool = false) {
    var record = record
    let outer = startsLines
    startsLines = breaksLines
    record.visit(&self)
    startsLines = outer
  }

  /// A record as an object on several lines, each record within it on one, where there is no text to point into.
  package static func lines(_ record: some Record) -> [UInt8] {
    let text = SourceText("")
    var writer = RecordWriter(json: JSONBuffer(), text: text, offsets: OffsetMap(text, unit: .utf8))
    writer.json.openObject()
    writer.writeFields(of: record, breaksLines: true)
    writer.json.layoutBeforeClose("\n")
    writer.json.closeObject()
    return writer.json.bytes + [UInt8(ascii: "\n")]
  }

  /// A record on a line of its own, where there is no text to point into.
  package static func line(_ record: some Record) -> [UInt8] {
    let text = SourceText("")
    var writer = RecordWriter(json: JSONBuffer(), text: text, offsets: OffsetMap(text, unit: .utf8))
    writer.write(record)
    return writer.json.bytes + [UInt8(ascii: "\n")]
  }

  private mutating func key(_ name: StaticString) {
    if startsLines { json.layout("\n ") }
    json.key(name)
  }

  /// Writes a layer under its name; nothing where the document does not have it.
  package mutating func write(_ layer: some Layer, of document: Document, breaksLines: Bool = false) {
    guard document.has(layer.name) else { return }
    if breaksLines { json.layout("\n ") }
    json.key(layer.name)
    json.openArray()
    let records = document[layer.key]
    for (place, record) in records.enumerated() {
      if breaksLines { json.layout("\n  ") }
      index = place
      write(record)
    }
    if breaksLines && !records.isEmpty { json.layoutBeforeClose("\n ") }
    json.closeArray()
  }

  package mutating func place(_ letter: StaticString) {
    key("id")
    json.string("\(letter)\(index)")
  }

  package mutating func place(
    _ name: StaticString,
    _ value: inout Int?,
    _ letter: StaticString,
    _ summary: StaticString
  ) {
    key(name)
    if let value { json.string("\(letter)\(value)") } else { json.null() }
  }

  package mutating func span(_ value: inout TextSpan) {
    key("start")
    json.integer(offsets.offset(utf8: value.start))
    key("end")
    json.integer(offsets.offset(utf8: value.end))
  }

  package mutating func span(_ value: inout TextSpan?) {
    if var present = value { span(&present) }
  }

  package mutating func text(of span: TextSpan) {
    key("text")
    text.bytes.withUnsafeBufferPointer { bytes in
      json.string(UnsafeBufferPointer(rebasing: bytes[span.range.clamped(to: 0..<bytes.count)]))
    }
  }

  package mutating func field(_ name: StaticString, _ value: inout String, _ summary: StaticString) {
    key(name)
    json.string(value)
  }

  package mutating func field(_ name: StaticString, _ value: inout String?, _ summary: StaticString) {
    key(name)
    if let value { json.string(value) } else { json.null() }
  }

  package mutating func field(_ name: StaticString, _ value: inout Int, _ summary: StaticString) {
    key(name)
    json.integer(value)
  }

  package mutating func field(_ name: StaticString, _ value: inout Int?, _ summary: StaticString) {
    key(name)
    if let value { json.integer(value) } else { json.null() }
  }

  package mutating func field(_ name: StaticString, _ value: inout Double, _ summary: StaticString) {
    key(name)
    json.number(value)
  }

  package mutating func field(_ name: StaticString, _ value: inout Double?, _ summary: StaticString) {
    key(name)
    if let value { json.number(value) } else { json.null() }
  }

  package mutating func field(_ name: StaticString, _ value: inout Bool, _ summary: StaticString) {
    key(name)
    json.boolean(value)
  }

  package mutating func field(_ name: StaticString, _ value: inout [String], _ summary: StaticString) {
    key(name)
    json.openArray()
    for entry in value { json.string(entry) }
    json.closeArray()
  }

  package mutating func field<Choice: FieldChoice>(_ name: StaticString, _ value: inout Choice, _ summary: StaticString)
  {
    key(name)
    json.string(value.rawValue)
  }

  package mutating func field<Choice: FieldChoice>(
    _ name: StaticString,
    _ value: inout Choice?,
    _ summary: StaticString
  ) {
    json.key(name)
    if let value { json.string(value.rawValue) } else { json.null() }
  }

  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part, _ summary: StaticString) {
    key(name)
    write(value)
  }

  package mutating func part<Part: Record>(_ name: StaticString, _ value: inout Part?, _ summary: StaticString) {
    guard var part = value else { return }
    field(name, &part, summary)
  }

  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout [Part], _ summary: StaticString) {
    key(name)
    json.openArray()
    let breaksLines = startsLines
    startsLines = false
    for part in value {
      if breaksLines { json.layout("\n  ") }
      write(part)
    }
    startsLines = breaksLines
    json.closeArray()
  }
}
