public import DictumKit

/// What a pipeline may set for `quotes`.
public struct QuotesSettings: StageSettings {
  /// Whether statements without a known source are reported.
  public var unattributed = true

  public init() {}

  public static var fields: [SettingField<QuotesSettings>] {
    [
      SettingField(
        "unattributed",
        \.unattributed,
        "Report quotations that read like speech although no source was found for them."
      )
    ]
  }
}

/// Finds direct quotes, their cues and sources.
///
/// Quote marks are paired by a state machine; ordered resolvers then look for the source around each quotation. The
/// order of the resolvers, and that each is small and names itself in the result, follows the sieves of Muzny, Fang,
/// Chang and Jurafsky, “A Two-stage Sieve Approach for Quote Attribution” (EACL 2017).
public struct QuotesStage: Stage {
  public static let name = "quotes"
  public static let summary = "Direct quotes with their cues and sources."
  public static var examples: [StageExample] { QuotesExamples.all }

  private let settings: QuotesSettings

  public static func contract(for settings: QuotesSettings) -> StageContract {
    StageContract(
      requires: [LayerKey.sentences.erased, LayerKey.tokens.erased],
      accepts: [LayerKey.mentions.erased],
      provides: [LayerKey.quotes.erased]
    )
  }

  public init(settings: QuotesSettings, resources: Resources) throws {
    self.settings = settings
  }

  public func annotate(_ document: inout Document) throws {
    let layout = ParagraphLayout(document[.sentences])
    let marks = QuoteStateMachine(document.text, paragraphs: layout.paragraphs)
    document.diagnostics += marks.diagnostics.limited(to: 20)
    let builder = StatementBuilder(document, layout)
    let attributor = Attributor(document, keepsUnattributed: settings.unattributed)
    document[.quotes] = attributor.quotes(builder.statements(marks.quotations))
  }
}

extension [Diagnostic] {
  /// The first few, and one that says how many more there were.
  fileprivate func limited(to count: Int) -> [Diagnostic] {
    guard self.count > count, let last else { return self }
    var rest = last
    rest.message = "and \(self.count - count) more quote marks without a partner"
    return Array(prefix(count)) + [rest]
  }
}
