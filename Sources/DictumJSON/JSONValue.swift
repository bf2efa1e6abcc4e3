import CJansson
import Glibc
package import DictumKit

/// A value of a parsed JSON text, valid while the closure of `JSONValue.parse` runs.
package struct JSONValue {
  private let pointer: UnsafeMutablePointer<json_t>

  private init(_ pointer: UnsafeMutablePointer<json_t>) { self.pointer = pointer }

  /// Parses a text with jansson and hands the root to `body`.
  ///
  /// - Throws: `malformedJSON` with the column, or what `body` throws.
  package static func parse<Result>(
    _ bytes: [UInt8],
    _ body: (JSONValue) throws(DictumError) -> Result
  ) throws(DictumError) -> Result {
    var error = json_error_t()
    let flags = Int(JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_ANY)
    let root = bytes.withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { json_loadb($0.baseAddress, $0.count, flags, &error) }
    }
    guard let root else {
      let reason = withUnsafeBytes(of: error.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      throw DictumError(.malformedJSON, "not valid JSON at column \(error.column): \(reason)")
    }
    defer { jansson_release(root) }
    return try body(JSONValue(root))
  }

  package var isNull: Bool { kind == JSON_NULL }
  package var isObject: Bool { kind == JSON_OBJECT }

  private var kind: json_type { json_type(UInt32(jansson_type(pointer))) }

  /// The value's kind in words, for messages.
  package var kindName: String {
    switch kind {
    case JSON_OBJECT: "an object"
    case JSON_ARRAY: "an array"
    case JSON_STRING: "a string"
    case JSON_INTEGER, JSON_REAL: "a number"
    case JSON_TRUE, JSON_FALSE: "a truth value"
    default: "null"
    }
  }

  /// The value itself where it is short, else its kind, for messages.
  package var shown: String {
    if let string { return string.count <= 40 ? "`\(string)`" : "a string" }
    if let integer { return String(integer) }
    if let number { return String(number) }
    if let boolean { return String(boolean) }
    return kindName
  }

  /// The member of an object; nil when absent.
  package subscript(name: String) -> JSONValue? {
    json_object_get(pointer, name).map { JSONValue($0) }
  }

  /// What a path leads to: `main.body` is the member `body` of the member `main`, `bodies.0` the first entry of a list,
  /// unless a member has the whole path for its name.
  package func at(_ path: String) -> JSONValue? {
    if let member = self[path] { return member }
    guard let dot = path.firstIndex(of: ".") else { return nil }
    let (first, rest) = (String(path[..<dot]), String(path[path.index(after: dot)...]))
    if let entries = array, let index = Int(first), entries.indices.contains(index) {
      return rest.isEmpty ? entries[index] : entries[index].at(rest)
    }
    return self[first]?.at(rest)
      ?? self[first]?.array.flatMap { list in
        Int(rest).flatMap { list.indices.contains($0) ? list[$0] : nil }
      }
  }

  /// The value as JSON.
  package var json: [UInt8] {
    guard let text = jansson_text(pointer) else { return [] }
    defer { free(text) }
    return Array(String(cString: text).utf8)
  }

  /// The names of an object's members, in their order; empty for other values.
  package var keys: [String] {
    var keys: [String] = []
    var iterator = json_object_iter(pointer)
    while let current = iterator {
      if let key = json_object_iter_key(current) { keys.append(String(cString: key)) }
      iterator = json_object_iter_next(pointer, current)
    }
    return keys
  }

  package var utf8: [UInt8]? {
    guard kind == JSON_STRING, let start = json_string_value(pointer) else { return nil }
    return start.withMemoryRebound(to: UInt8.self, capacity: json_string_length(pointer)) {
      Array(UnsafeBufferPointer(start: $0, count: json_string_length(pointer)))
    }
  }

  package var string: String? { utf8.map { String(decoding: $0, as: UTF8.self) } }
  package var integer: Int? { kind == JSON_INTEGER ? Int(json_integer_value(pointer)) : nil }
  package var number: Double? { kind == JSON_INTEGER || kind == JSON_REAL ? json_number_value(pointer) : nil }
  package var boolean: Bool? { kind == JSON_TRUE ? true : kind == JSON_FALSE ? false : nil }

  package var array: [JSONValue]? {
    guard kind == JSON_ARRAY else { return nil }
    return (0..<json_array_size(pointer)).compactMap { json_array_get(pointer, $0).map { JSONValue($0) } }
  }
}
