public import DictumKit

/// Who said what: quote marks, statements, their cues and sources.
public enum QuotesPlugin {
  /// The plugin's declaration.
  public static let plugin = Plugin(
    name: "Quotes",
    summary: "Who said what: statements with their cues and sources.",
    stages: [StageFactory(QuotesStage.self)],
    codes: [.unclosedQuoteMark, .strayQuoteMark]
  )
}

extension DiagnosticCode {
  /// An opening mark that nothing closes.
  public static let unclosedQuoteMark = DiagnosticCode(
    "Q101",
    "a quote mark is never closed",
    "An opening quote mark has no closing partner before the paragraph ends, and the next paragraph does not open "
      + "again. What stands inside is taken as a statement only where a speaker is named; the rest of the text is "
      + "analysed as usual."
  )

  /// A closing mark that nothing opened.
  public static let strayQuoteMark = DiagnosticCode(
    "Q102",
    "a closing quote mark without an opening one",
    "A closing quote mark has no opening partner in its paragraph. It was passed over."
  )
}
