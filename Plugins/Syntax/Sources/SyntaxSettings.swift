public import DictumKit
public import DictumNeural

/// What a pipeline may set for `syntax`.
public struct SyntaxSettings: StageSettings {
  /// Trees come with `standard` alone.
  public var model = ModelSize.standard
  /// Whether the report lists the noun chunks.
  public var chunks = false

  public init() {}

  public static var fields: [SettingField<SyntaxSettings>] {
    [
      SettingField(
        "model",
        \.model,
        "What parses: standard builds trees and needs `encode` before it; small needs nothing, and knows parts of speech "
          + "and noun chunks alone."
      ),
      SettingField("chunks", \.chunks, "List the noun chunks in the report, as a layer of their own."),
    ]
  }
}
