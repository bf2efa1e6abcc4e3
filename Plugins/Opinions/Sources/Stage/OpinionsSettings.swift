public import DictumKit
public import DictumNeural

/// What a pipeline may set for `opinions`.
public struct OpinionsSettings: StageSettings {
  public var model = ModelSize.standard
  /// Whether the author's own sentences are judged, beside statements.
  public var sentences = false
  /// Whether it is said who backs or blames whom in the author's telling; needs the `standard` model.
  public var relations = true
  /// The probability, from 0 to 1, from which a side that a statement takes is clear enough to be listed.
  public var clear = 0.22
  /// Texts toward which every statement's stance is judged.
  public var topics: [String] = []

  public init() {}

  public static var fields: [SettingField<OpinionsSettings>] {
    [
      SettingField("model", \.model, "What judges: standard needs `encode` before it, small needs nothing."),
      SettingField("sentences", \.sentences, "Judge the author's own sentences, too, not only statements."),
      SettingField(
        "relations",
        \.relations,
        "List who backs or blames whom in a sentence, as its author tells it; needs model: standard."
      ),
      SettingField(
        "clear",
        \.clear,
        "From which probability on, 0 to 1, a side that a statement takes is listed; higher lists fewer and surer ones."
      ) { (0...1).contains($0) ? nil : "must be between 0 and 1" },
      SettingField("topics", \.topics, "Texts such as “We should tax sugar” toward which each statement is judged."),
    ]
  }
}
