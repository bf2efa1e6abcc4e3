package import DictumKit

/// Fills records from JSON objects, with offsets in the unit that the object's text names.
package struct RecordReader: FieldVisitor {
  package private(set) var problems: [String] = []
  private var object: JSONValue
  private let offsets: OffsetMap
  private var path: String

  package init(_ object: JSONValue, offsets: OffsetMap, path: String) {
    self.object = object
    self.offsets = offsets
    self.path = path
  }

  package mutating func read<R: Record>(_ type: R.Type) -> R {
    var record = R()
    guard object.isObject else {
      problems.append("\(path) must be an object, found \(object.kindName)")
      return record
    }
    record.visit(&self)
    return record
  }

  private mutating func value(_ name: StaticString) -> JSONValue? {
    object["\(name)"].flatMap { $0.isNull ? nil : $0 }
  }

  private mutating func take<T>(_ name: StaticString, _ value: inout T, _ kind: String, _ read: (JSONValue) -> T?) {
    guard let found = self.value(name) else { return }
    if let taken = read(found) {
      value = taken
    } else {
      problems.append("\(path).\(name) must be \(kind), found \(found.kindName)")
    }
  }

  package mutating func span(_ value: inout Span) {
    var found: Span?
    span(&found)
    if let found { value = found } else { problems.append("\(path) needs `start` and `end`") }
  }

  package mutating func span(_ value: inout Span?) {
    guard let start = self.value("start"), let end = self.value("end") else { return }
    guard let from = start.integer, let to = end.integer, let lower = offsets.utf8(offset: from),
      let upper = offsets.utf8(offset: to), lower <= upper
    else {
      problems.append("\(path): `start` and `end` must lie in the text, on whole characters (\(offsets.unit.rawValue))")
      return
    }
    value = Span(start: lower, end: upper)
  }

  package mutating func text(of span: Span) {}

  package mutating func field(_ name: StaticString, _ value: inout String, _ summary: StaticString) {
    take(name, &value, "a string") { $0.string }
  }

  package mutating func field(_ name: StaticString, _ value: inout String?, _ summary: StaticString) {
    take(name, &value, "a string") { $0.string.map { .some($0) } }
  }

  package mutating func field(_ name: StaticString, _ value: inout Int, _ summary: StaticString) {
    take(name, &value, "a whole number") { $0.integer }
  }

  package mutating func field(_ name: StaticString, _ value: inout Int?, _ summary: StaticString) {
    take(name, &value, "a whole number") { $0.integer.map { .some($0) } }
  }

  package mutating func field(_ name: StaticString, _ value: inout Double, _ summary: StaticString) {
    take(name, &value, "a number") { $0.number }
  }

  package mutating func field(_ name: StaticString, _ value: inout Bool, _ summary: StaticString) {
    take(name, &value, "true or false") { $0.boolean }
  }

  package mutating func field(_ name: StaticString, _ value: inout [String], _ summary: StaticString) {
    take(name, &value, "a list of strings") { found in
      guard let entries = found.array else { return nil }
      let strings = entries.compactMap(\.string)
      return strings.count == entries.count ? strings : nil
    }
  }

  package mutating func field<Choice: FieldChoice>(_ name: StaticString, _ value: inout Choice, _ summary: StaticString)
  {
    let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    take(name, &value, "one of \(words)") { $0.string.flatMap(Choice.init(rawValue:)) }
  }

  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part, _ summary: StaticString) {
    guard let found = self.value(name) else { return }
    value = nested(found, "\(path).\(name)")
  }

  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout [Part], _ summary: StaticString) {
    guard let found = self.value(name) else { return }
    guard let entries = found.array else {
      problems.append("\(path).\(name) must be a list, found \(found.kindName)")
      return
    }
    value = entries.enumerated().map { nested($0.element, "\(path).\(name)[\($0.offset)]") }
  }

  private mutating func nested<Part: Record>(_ value: JSONValue, _ path: String) -> Part {
    var reader = RecordReader(value, offsets: offsets, path: path)
    let part = reader.read(Part.self)
    problems += reader.problems
    return part
  }
}
