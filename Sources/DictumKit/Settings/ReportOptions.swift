/// The `report:` section of a pipeline file.
public struct ReportOptions: StageSettings, Equatable {
  /// The unit of every offset in the report.
  public var offsets = OffsetUnit.unicodeScalar
  /// Whether the report repeats the text.
  public var text = true
  /// Whether the report shows the tokens.
  public var tokens = false

  public init() {}

  public static var fields: [SettingField<ReportOptions>] {
    [
      SettingField("offsets", \.offsets, "The unit of every `start` and `end` in the report."),
      SettingField("text", \.text, "Repeat the document's text in the report."),
      SettingField("tokens", \.tokens, "Show the tokens layer."),
    ]
  }
}

extension OffsetUnit: SettingChoice {}
