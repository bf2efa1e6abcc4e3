public import DictumKit

/// Names found, typed and joined.
public enum EntitiesPlugin {
  /// The plugin's declaration.
  public static let plugin = Plugin(
    name: "Entities",
    summary: "Names found, typed and joined.",
    stages: [StageFactory(EntitiesStage.self)]
  )
}
