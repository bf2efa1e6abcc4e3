/// A stage type, erased, so that a pipeline can name it.
public struct StageFactory: Sendable {
  public let name: String
  public let summary: String
  public let examples: [StageExample]
  /// The settings' keys for the reference page.
  public let settings: [SettingDescription]
  /// The contract under default settings.
  public let defaultContract: StageContract
  /// Reads settings and returns the stage, ready to be made. Takes the settings, the place of the stage's name, and the
  /// list to which problems are added.
  public let configure: @Sendable (ConfigNode?, SourceLocation?, inout [Diagnostic]) -> ConfiguredStage

  /// Erases a stage type.
  public init<S: Stage>(_ type: S.Type) {
    name = S.name
    summary = S.summary
    examples = S.examples
    let defaults = S.Settings()
    settings = S.Settings.fields.map {
      SettingDescription(
        name: $0.name,
        typeName: $0.typeName,
        defaultValue: $0.json(defaults),
        summary: $0.summary,
        isRequired: $0.isRequired,
        schema: $0.schema
      )
    }
    defaultContract = S.contract(for: defaults)
    configure = { node, location, problems in
      let settings = S.Settings.read(node, stage: S.name, at: location, &problems)
      return ConfiguredStage(
        name: S.name,
        contract: S.contract(for: settings),
        layers: S.layers(for: settings),
        settings: settings.json,
        make: { resources in try S(settings: settings, resources: resources) }
      )
    }
  }
}

/// A setting as the reference page shows it.
public struct SettingDescription: Sendable {
  public let name: String
  public let typeName: String
  /// As JSON.
  public let defaultValue: String
  public let summary: String
  /// Whether a pipeline must set it; then the default means nothing.
  public let isRequired: Bool
  /// The JSON Schema of the value.
  public let schema: String
}

/// A stage with its settings read and its contract known, not yet made.
public struct ConfiguredStage: Sendable {
  public let name: String
  public let contract: StageContract
  /// Layers that exist because of the settings.
  public let layers: [any Layer]
  /// The settings as JSON; part of what identifies a run.
  public let settings: String
  /// Makes the stage, loading its models.
  public let make: @Sendable (Resources) throws -> any Stage
}
