package import DictumKit

/// Fills records from JSON objects, with offsets in the unit that the object's text names.
package struct RecordReader: FieldVisitor {
  package private(set) var problems: [String] = []
  private var object: JSONValue
  private let offsets: OffsetMap
  private var path: String
  private let isStrict: Bool
  /// The fields that the record has, where that matters.
  private var known: [String] = []

  /// A reader of one object.
  ///
  /// - Parameter isStrict: unknown fields are wrong, and so are absent numbers that would be read as 0.
  package init(_ object: JSONValue, offsets: OffsetMap, path: String, isStrict: Bool = false) {
    self.object = object
    self.offsets = offsets
    self.path = path
    self.isStrict = isStrict
  }

  package mutating func read<R: Record>(_ type: R.Type) -> R {
    var record = R()
    guard object.isObject else {
      problems.append("\(path) must be an object, found \(object.kindName)")
      return record
    }
    record.visit(&self)
    if isStrict {
      for key in object.keys where !known.contains(key) {
        let near = nearestName(to: key, among: known).map { "; did you mean `\($0)`?" } ?? ""
        problems.append("\(path).\(key) is no field of this record (\(known.joined(separator: ", ")))\(near)")
      }
    }
    return record
  }

  /// The record of an object in which no place points into a text; nil where something is wrong with it.
  package static func record<R: Record>(_ type: R.Type, of object: JSONValue) -> R? {
    var reader = RecordReader(object, offsets: OffsetMap(SourceText(""), unit: .utf8), path: "")
    let record = reader.read(type)
    return reader.problems.isEmpty ? record : nil
  }

  private mutating func value(_ name: StaticString) -> JSONValue? {
    let name = "\(name)"
    if isStrict { known.append(name) }
    return object[name].flatMap { $0.isNull ? nil : $0 }
  }

  private mutating func needNumber(_ name: StaticString, isZero: Bool) {
    if isStrict && isZero && object["\(name)"] == nil { problems.append("\(path).\(name) is missing") }
  }

  private mutating func take<T>(_ name: StaticString, _ value: inout T, _ kind: String, _ read: (JSONValue) -> T?) {
    guard let found = self.value(name) else { return }
    if let taken = read(found) {
      value = taken
    } else {
      problems.append("\(path).\(name) must be \(kind), found \(found.shown)")
    }
  }

  package mutating func span(_ value: inout TextSpan) {
    var found: TextSpan?
    span(&found)
    if let found { value = found } else { problems.append("\(path) needs `start` and `end`") }
  }

  package mutating func span(_ value: inout TextSpan?) {
    // Written for the reader's convenience, where there is a place.
    if isStrict { known.append("text") }
    let (first, last) = (self.value("start"), self.value("end"))
    guard let start = first, let end = last else {
      if first != nil || last != nil { problems.append("\(path) needs both `start` and `end`") }
      return
    }
    guard let from = start.integer, let to = end.integer, let lower = offsets.utf8(offset: from),
      let upper = offsets.utf8(offset: to), lower <= upper
    else {
      problems.append("\(path): `start` and `end` must lie in the text, on whole characters (\(offsets.unit.rawValue))")
      return
    }
    value = TextSpan(start: lower, end: upper)
  }

  package mutating func text(of span: TextSpan) {
    if isStrict { known.append("text") }
  }

  package mutating func place(_ letter: StaticString) {}

  package mutating func place(
    _ name: StaticString,
    _ value: inout Int?,
    _ letter: StaticString,
    _ summary: StaticString
  ) {
    take(name, &value, "an id such as \(letter)7") { found in
      guard let id = found.string, id.hasPrefix("\(letter)"), let place = Int(id.dropFirst()), place >= 0 else {
        return nil
      }
      return .some(place)
    }
  }

  package mutating func field(_ name: StaticString, _ value: inout String, _ summary: StaticString) {
    take(name, &value, "a string") { $0.string }
  }

  package mutating func field(_ name: StaticString, _ value: inout String?, _ summary: StaticString) {
    take(name, &value, "a string") { $0.string.map { .some($0) } }
  }

  package mutating func field(_ name: StaticString, _ value: inout Int, _ summary: StaticString) {
    needNumber(name, isZero: value == 0)
    take(name, &value, "a whole number") { $0.integer }
  }

  package mutating func field(_ name: StaticString, _ value: inout Int?, _ summary: StaticString) {
    take(name, &value, "a whole number") { $0.integer.map { .some($0) } }
  }

  package mutating func field(_ name: StaticString, _ value: inout Double, _ summary: StaticString) {
    needNumber(name, isZero: value == 0)
    take(name, &value, "a number") { $0.number }
  }

  package mutating func field(_ name: StaticString, _ value: inout Double?, _ summary: StaticString) {
    take(name, &value, "a number") { $0.number.map { .some($0) } }
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

  package mutating func field<Choice: FieldChoice>(
    _ name: StaticString,
    _ value: inout Choice?,
    _ summary: StaticString
  ) {
    let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    take(name, &value, "one of \(words)") { found in
      found.string.flatMap(Choice.init(rawValue:)).map { .some($0) }
    }
  }

  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part, _ summary: StaticString) {
    guard let found = self.value(name) else { return }
    value = nested(found, "\(path).\(name)")
  }

  package mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part?, _ summary: StaticString) {
    value = self.value(name).map { nested($0, "\(path).\(name)") }
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
    var reader = RecordReader(value, offsets: offsets, path: path, isStrict: isStrict)
    let part = reader.read(Part.self)
    problems += reader.problems
    return part
  }
}
