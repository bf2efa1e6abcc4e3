/// A stage's settings: a struct with defaults, and one `SettingField` for each key that a pipeline file may set.
///
/// The fields are declared rather than decoded so that unknown keys, wrong types and bad values are all reported at
/// once with their places, and so that the reference page needs no second list.
public protocol StageSettings: Sendable {
  /// The defaults.
  init()
  /// The keys, in the order in which the reference page shows them.
  static var fields: [SettingField<Self>] { get }
  /// What is wrong with the settings taken together, one sentence each; asked once every key by itself is right.
  func complaints() -> [String]
}

extension StageSettings {
  public func complaints() -> [String] { [] }
}

/// Settings for a stage that has none.
public struct NoSettings: StageSettings {
  public init() {}
  public static var fields: [SettingField<NoSettings>] { [] }
}

/// One key of a stage's settings.
public struct SettingField<Settings: StageSettings>: Sendable {
  /// The key in the pipeline file.
  public let name: String
  /// What it does, in one or two sentences.
  public let summary: String
  /// The kind of value, in words.
  public let typeName: String
  /// Whether a pipeline must set the key.
  public let isRequired: Bool
  /// The JSON Schema of the value.
  public let schema: String
  /// The key's value in some settings, as JSON.
  public func value(in settings: Settings) -> String { json(settings) }
  let read: @Sendable (ConfigNode, inout Settings, inout [Diagnostic]) -> Void
  let json: @Sendable (Settings) -> String

  /// Declares a key.
  ///
  /// - Parameters:
  ///   - path: the property that the key sets.
  ///   - isRequired: a pipeline must set the key; its default means nothing.
  ///   - check: returns what is wrong with a value of the right type, or nil.
  public init<Value: SettingValue>(
    _ name: String,
    _ path: any WritableKeyPath<Settings, Value> & Sendable,
    _ summary: String,
    isRequired: Bool = false,
    check: (@Sendable (Value) -> String?)? = nil
  ) {
    self.name = name
    self.summary = summary
    typeName = Value.typeName
    self.isRequired = isRequired
    schema = Value.schema
    json = { $0[keyPath: path].json }
    read = { node, settings, problems in
      guard let value = Value.read(node, &problems) else { return }
      if let complaint = check?(value) {
        problems.append(Diagnostic(.invalidValue, "`\(name)`: \(complaint)", at: node.location))
      } else {
        settings[keyPath: path] = value
      }
    }
  }
}

extension StageSettings {
  /// Reads the settings of a stage; a missing key keeps its default, and everything that is wrong is reported.
  ///
  /// - Parameters:
  ///   - node: the mapping after the stage's name, or nil when the stage stands alone.
  ///   - location: where the stage's name stands, for what is missing.
  public static func read(
    _ node: ConfigNode?,
    stage: String,
    at location: SourceLocation? = nil,
    _ problems: inout [Diagnostic]
  ) -> Self {
    let known = problems.count
    let settings = read(node, stage: stage, location, &problems)
    if problems.count == known {
      problems += settings.complaints().map { Diagnostic(.invalidValue, "`\(stage)`: \($0)", at: location) }
    }
    return settings
  }

  private static func read(
    _ node: ConfigNode?,
    stage: String,
    _ location: SourceLocation?,
    _ problems: inout [Diagnostic]
  ) -> Self {
    var settings = Self()
    var given: [String] = []
    defer {
      for field in fields where field.isRequired && !given.contains(field.name) {
        problems.append(
          Diagnostic(
            .missingKey,
            "`\(stage)` needs the setting `\(field.name)`",
            at: location,
            notes: ["\(field.typeName): \(field.summary)"]
          )
        )
      }
    }
    guard let node, !node.isNull else { return settings }
    guard case .mapping(let entries) = node.content else {
      problems.append(
        Diagnostic(.wrongType, "the settings of `\(stage)` must be a mapping, found \(node.kind)", at: node.location)
      )
      return settings
    }
    given = entries.map(\.key)
    for entry in entries {
      if let field = fields.first(where: { $0.name == entry.key }) {
        field.read(entry.value, &settings, &problems)
      } else {
        problems.append(unknownKey(entry, in: "the settings of `\(stage)`", known: fields.map(\.name)))
      }
    }
    return settings
  }

  /// The settings as JSON, keys in declaration order: equal settings give equal text.
  public var json: String {
    "{" + Self.fields.map { "\(jsonQuoted($0.name)): \($0.json(self))" }.joined(separator: ", ") + "}"
  }
}

/// The complaint about a key that nothing reads.
public func unknownKey(_ entry: ConfigEntry, in place: String, known: [String]) -> Diagnostic {
  var notes = suggestion(for: entry.key, among: known)
  notes.append(known.isEmpty ? "there are none to set" : "known keys: " + known.joined(separator: ", "))
  return Diagnostic(.unknownKey, "unknown key `\(entry.key)` in \(place)", at: entry.keyLocation, notes: notes)
}
