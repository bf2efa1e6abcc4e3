/// A type that a setting may have.
public protocol SettingValue: Sendable {
  /// What to call it in messages and on the reference page: "a string", "a whole number".
  static var typeName: String { get }
  /// Reads the value, or says why not.
  static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> Self?
  /// The JSON Schema of the value, for editors; what a schema cannot say it leaves open.
  static var schema: String { get }
  /// The value as JSON: for the reference page and for the hash that names a run's settings.
  var json: String { get }
}

extension SettingValue {
  public static var schema: String { "{}" }

  static func mismatch(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> Self? {
    problems.append(Diagnostic(.wrongType, "expected \(typeName), found \(node.kind)", at: node.location))
    return nil
  }
}

extension String: SettingValue {
  public static var schema: String { #"{"type": "string"}"# }
  public static var typeName: String { "a string" }
  public static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> String? {
    guard case .scalar(let text, let isPlain) = node.content, !node.isNull else { return mismatch(node, &problems) }
    let looksTyped = isPlain && (Int(text) != nil || Double(text) != nil || text == "true" || text == "false")
    return looksTyped ? mismatch(node, &problems) : text
  }
  public var json: String { jsonQuoted(self) }
}

extension Int: SettingValue {
  public static var schema: String { #"{"type": "integer"}"# }
  public static var typeName: String { "a whole number" }
  public static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> Int? {
    guard case .scalar(let text, isPlain: true) = node.content, let value = Int(text) else {
      return mismatch(node, &problems)
    }
    return value
  }
  public var json: String { String(self) }
}

extension Double: SettingValue {
  public static var schema: String { #"{"type": "number"}"# }
  public static var typeName: String { "a number" }
  public static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> Double? {
    guard case .scalar(let text, isPlain: true) = node.content, let value = Double(text), value.isFinite else {
      return mismatch(node, &problems)
    }
    return value
  }
  public var json: String { String(self) }
}

extension Bool: SettingValue {
  public static var schema: String { #"{"type": "boolean"}"# }
  public static var typeName: String { "true or false" }
  public static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> Bool? {
    guard case .scalar(let text, isPlain: true) = node.content else { return mismatch(node, &problems) }
    switch text {
    case "true": return true
    case "false": return false
    default: return mismatch(node, &problems)
    }
  }
  public var json: String { self ? "true" : "false" }
}

extension Array: SettingValue where Element: SettingValue {
  public static var schema: String { #"{"type": "array", "items": \#(Element.schema)}"# }
  public static var typeName: String { "a list (each entry \(Element.typeName))" }
  public static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> [Element]? {
    guard case .sequence(let nodes) = node.content else { return mismatch(node, &problems) }
    let values = nodes.map { Element.read($0, &problems) }
    return values.contains { $0 == nil } ? nil : values.compactMap { $0 }
  }
  public var json: String { "[" + map(\.json).joined(separator: ", ") + "]" }
}

extension Optional: SettingValue where Wrapped: SettingValue {
  public static var schema: String { #"{"anyOf": [\#(Wrapped.schema), {"type": "null"}]}"# }
  public static var typeName: String { "\(Wrapped.typeName), or nothing" }
  public static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> Wrapped?? {
    if node.isNull { return .some(nil) }
    return Wrapped.read(node, &problems).map { .some($0) }
  }
  public var json: String { self?.json ?? "null" }
}

extension Dictionary: SettingValue where Key == String, Value: SettingValue {
  public static var typeName: String { "a mapping (each value \(Value.typeName))" }
  public static var schema: String { #"{"type": "object", "additionalProperties": \#(Value.schema)}"# }
  public static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> [String: Value]? {
    guard case .mapping(let entries) = node.content else { return mismatch(node, &problems) }
    let known = problems.count
    var values: [String: Value] = [:]
    for entry in entries { values[entry.key] = Value.read(entry.value, &problems) }
    return problems.count == known ? values : nil
  }
  public var json: String {
    "{" + keys.sorted().map { "\(jsonQuoted($0)): \(self[$0]?.json ?? "null")" }.joined(separator: ", ") + "}"
  }
}

/// A setting that takes one of a closed set of words: conform a `String` enum to it.
public protocol SettingChoice: SettingValue, CaseIterable, RawRepresentable<String> {}

extension SettingChoice {
  public static var schema: String { #"{"enum": \#(allCases.map(\.rawValue).json)}"# }
  public static var typeName: String { "one of " + allCases.map(\.rawValue).joined(separator: ", ") }
  public static func read(_ node: ConfigNode, _ problems: inout [Diagnostic]) -> Self? {
    guard case .scalar(let text, _) = node.content, !node.isNull else { return mismatch(node, &problems) }
    if let value = Self(rawValue: text) { return value }
    let notes = suggestion(for: text, among: allCases.map(\.rawValue))
    problems.append(
      Diagnostic(.invalidValue, "expected \(typeName), found `\(text)`", at: node.location, notes: notes)
    )
    return nil
  }
  public var json: String { jsonQuoted(rawValue) }
}

/// A string as a JSON literal; control characters escaped.
func jsonQuoted(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\t": out += "\\t"
    case "\r": out += "\\r"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}
