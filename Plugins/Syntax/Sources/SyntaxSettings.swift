public import DictumKit

/// What parses.
public enum SyntaxModel: String, SettingChoice {
  /// A head on the shared encoder; needs `encode`. Trees.
  case standard
  /// Linear models of their own: parts of speech and noun chunks, no trees; no encoder.
  case small
}

/// What a pipeline may set for `syntax`.
public struct SyntaxSettings: StageSettings {
  public var model = SyntaxModel.standard
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
