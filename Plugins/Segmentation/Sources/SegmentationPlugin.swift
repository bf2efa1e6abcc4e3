public import DictumKit

/// The plugin that cuts a text into sentences and tokens.
public enum SegmentationPlugin {
  /// What the plugin declares.
  public static let plugin = Plugin(
    name: "Segmentation",
    summary: "sentences and tokens, from ICU's rules, repairs and a small trained classifier",
    stages: [StageFactory(SegmentStage.self)]
  )
}
