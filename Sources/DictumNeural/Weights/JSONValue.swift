import CJansson

/// A parsed JSON text: the header of a model file and the descriptions in its metadata.
enum JSONValue: Sendable, Equatable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  case real(Double)
  case bool(Bool)
  case null

  /// Reads a JSON text; nil where it is not valid, has a key twice or a number that does not fit.
  init?(parsing bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return nil }
    var problem = json_error_t()
    let flags = Int(JSON_REJECT_DUPLICATES)
    guard let root = json_loadb(base.assumingMemoryBound(to: CChar.self), bytes.count, flags, &problem) else {
      return nil
    }
    defer { jansson_release(root) }
    guard let value = Self.convert(root, depth: 0) else { return nil }
    self = value
  }

  /// Reads a JSON text; nil where it is not valid.
  init?(parsing text: String) {
    let value = Array(text.utf8).withUnsafeBytes { JSONValue(parsing: $0) }
    guard let value else { return nil }
    self = value
  }

  private static func convert(_ value: UnsafeMutablePointer<json_t>, depth: Int) -> JSONValue? {
    guard depth < 64 else { return nil }
    switch json_type(UInt32(jansson_type(value))) {
    case JSON_OBJECT:
      var object: [String: JSONValue] = [:]
      var iterator = json_object_iter(value)
      while let current = iterator {
        guard let key = json_object_iter_key(current), let child = json_object_iter_value(current),
          let converted = convert(child, depth: depth + 1)
        else { return nil }
        object[String(cString: key)] = converted
        iterator = json_object_iter_next(value, current)
      }
      return .object(object)
    case JSON_ARRAY:
      var array: [JSONValue] = []
      for index in 0..<json_array_size(value) {
        guard let child = json_array_get(value, index), let converted = convert(child, depth: depth + 1) else {
          return nil
        }
        array.append(converted)
      }
      return .array(array)
    case JSON_STRING:
      guard let text = json_string_value(value) else { return nil }
      let bytes = UnsafeRawBufferPointer(start: text, count: json_string_length(value))
      return .string(String(decoding: bytes, as: UTF8.self))
    case JSON_INTEGER: return .integer(Int(json_integer_value(value)))
    case JSON_REAL: return .real(json_real_value(value))
    case JSON_TRUE: return .bool(true)
    case JSON_FALSE: return .bool(false)
    default: return .null
    }
  }
}

extension JSONValue {
  subscript(key: String) -> JSONValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }

  var array: [JSONValue]? {
    if case .array(let array) = self { array } else { nil }
  }

  var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  var integer: Int? {
    if case .integer(let integer) = self { integer } else { nil }
  }

  /// A number, whole or not.
  var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .real(let real): real
    default: nil
    }
  }
}
