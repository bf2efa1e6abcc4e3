public import DictumKit

/// How statements feel and where their speakers stand.
public enum OpinionsPlugin {
  /// The plugin's declaration.
  public static let plugin = Plugin(
    name: "Opinions",
    summary: "Sentiment and stance of statements.",
    stages: [StageFactory(OpinionsStage.self)],
    layers: [LayerKey.positions]
  )
}
