/// A stage's settings: a struct with defaults, and one `SettingField` for each key that a pipeline file may set.
///
/// The fields are declared rather than decoded so that unknown keys, wrong types and bad values are all reported at
/// once with their places, and so that the reference page needs no second list.
public protocol StageSettings: Sendable {
  /// The defaults.
  init()
  /// The keys, in the order in which the reference page shows them.
  static var fields: [SettingField<Self>] { get }
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
  let read: @Sendable (ConfigNode, inout Settings, inout [Diagnostic]) -> Void
  let json: @Sendable (Settings) -> String

  /// Declares a key.
  ///
  /// - Parameters:
  ///   - path: the property that the key sets.
  ///   - check: returns what is wrong with a value of the right type, or nil.
  public init<Value: SettingValue>(
    _ name: String,
    _ path: any WritableKeyPath<Settings, Value> & Sendable,
    _ summary: String,
    check: (@Sendable (Value) -> String?)? = nil
  ) {
    self.name = name
    self.summary = summary
    typeName = Value.typeName
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
  /// - Parameter node: the mapping after the stage's name, or nil when the stage stands alone.
  public static func read(_ node: ConfigNode?, stage: String, _ problems: inout [Diagnostic]) -> Self {
    var settings = Self()
    guard let node, !node.isNull else { return settings }
    guard case .mapping(let entries) = node.content else {
      problems.append(
        Diagnostic(.wrongType, "the settings of `\(stage)` must be a mapping, found \(node.kind)", at: node.location)
      )
      return settings
    }
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
  var notes: [String] = []
  if let near = nearestName(to: entry.key, among: known) { notes.append("did you mean `\(near)`?") }
  notes.append(known.isEmpty ? "there are none to set" : "known keys: " + known.joined(separator: ", "))
  return Diagnostic(.unknownKey, "unknown key `\(entry.key)` in \(place)", at: entry.keyLocation, notes: notes)
}
