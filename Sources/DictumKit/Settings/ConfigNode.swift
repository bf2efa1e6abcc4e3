/// A value of a pipeline file, with its place, so that every later complaint can point at it.
public struct ConfigNode: Sendable {
  /// What stands there.
  public enum Content: Sendable {
    /// A scalar as written; `isPlain` when it had no quotes, so that `"1"` stays a string.
    case scalar(String, isPlain: Bool)
    case sequence([ConfigNode])
    case mapping([ConfigEntry])
  }

  public var content: Content
  public var location: SourceLocation

  /// A value at a place.
  public init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }

  /// The kind of value, in words, for messages.
  public var kind: String {
    switch content {
    case .scalar(let text, let isPlain):
      if isPlain, text == "" || text == "~" || text == "null" { return "nothing" }
      return isPlain ? "`\(text)`" : "the string \"\(text)\""
    case .sequence: return "a list"
    case .mapping: return "a mapping"
    }
  }

  /// Whether the value was left out (`key:` and nothing after it).
  public var isNull: Bool {
    if case .scalar(let text, isPlain: true) = content { return text == "" || text == "~" || text == "null" }
    return false
  }
}

/// A key of a mapping with its value.
public struct ConfigEntry: Sendable {
  public var key: String
  public var keyLocation: SourceLocation
  public var value: ConfigNode

  /// An entry with its place.
  public init(key: String, keyLocation: SourceLocation, value: ConfigNode) {
    self.key = key
    self.keyLocation = keyLocation
    self.value = value
  }
}
