import DictumEnglish
public import DictumKit
import DictumModelFile
import DictumNeural

/// What finds the statements.
public enum QuotesModel: String, SettingChoice {
  /// Quote marks and resolvers, and heads on the shared encoder for what is said without marks; needs `encode`.
  case standard
  /// Quote marks and resolvers, and two linear models: less accurate, much faster, no encoder.
  case small
  /// Quote marks and resolvers alone: direct quotes.
  case rules
}

/// What a pipeline may set for `quotes`.
public struct QuotesSettings: StageSettings {
  public var model = QuotesModel.standard
  /// Whether statements without a known source are reported.
  public var unattributed = true
  /// Whether thoughts, wishes and expectations are left out.
  public var speech = false
  /// Statements that the second look finds less likely than this, from 0 to 1, are left out (standard).
  public var least = 0.3

  public init() {}

  public static var fields: [SettingField<QuotesSettings>] {
    [
      SettingField(
        "model",
        \.model,
        "What finds the statements: rules find direct quotes; small and standard find indirect ones, too; standard needs "
          + "`encode`."
      ),
      SettingField(
        "unattributed",
        \.unattributed,
        "Report quotations that read like speech although no source was found for them."
      ),
      SettingField(
        "speech",
        \.speech,
        "Report only what was said or written, not what somebody thinks, wants or expects (small and standard find both)."
      ),
      SettingField(
        "least",
        \.least,
        "How likely, 0 to 1, a second look must find a statement for it to be reported (standard)."
      ) { (0...1).contains($0) ? nil : "must be between 0 and 1" },
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

  /// A text with more broken marks is told so once.
  private static let mostDiagnostics = 20

  private let settings: QuotesSettings
  private let tagger: (any RoleTagger)?
  private let linear: LinearAttributions?
  private let ranker: SpeakerRanker?

  public static func contract(for settings: QuotesSettings) -> StageContract {
    StageContract(
      requires: [LayerKey.sentences, LayerKey.tokens]
        + (settings.model == .standard ? [TransientKey.encoding] : []),
      accepts: [LayerKey.mentions, TransientKey.syntax],
      provides: [LayerKey.quotes] + (settings.model == .standard ? [TransientKey.statements] : []),
      extends: [LayerKey.mentions, LayerKey.entities],
      models: models(for: settings)
    )
  }

  private static func models(for settings: QuotesSettings) -> [String] {
    switch settings.model {
    case .standard: ["speakers-standard"]
    case .small: ["quotes-small", "speakers-small"]
    case .rules: []
    }
  }

  public init(settings: QuotesSettings, resources: Resources) throws {
    let models = Self.models(for: settings)
    let ranker = try models.last.map { try SpeakerRanker(try resources.tables($0)) }
    try self.init(settings: settings, resources: resources, ranker: ranker)
  }

  /// The stage with another ranker, or with rules alone.
  package init(settings: QuotesSettings, resources: Resources, ranker: SpeakerRanker?) throws {
    self.settings = settings
    self.ranker = ranker
    tagger = settings.model == .standard ? NeuralRoleTagger() : nil
    if tagger != nil { try resources.expect(heads: NeuralRoleTagger.heads + SecondLook.heads + [RoleSpeakers.head]) }
    linear = settings.model == .small ? try LinearAttributions(try resources.tables("quotes-small")) : nil
  }

  public func annotate(_ document: inout Document) throws {
    let reading = document.derived(.reading)
    let speakers = SpeakerLinker(document)
    let transcript = TranscriptTurns(reading)
    let marks = QuoteStateMachine(document.text, paragraphs: transcript.paragraphsBeside(reading))
    document.diagnostics += marks.diagnostics.limited(to: Self.mostDiagnostics)
    let statements = StatementBuilder(reading).statements(marks.quotations)
    let attributor = Attributor(reading, speakers, keepsUnattributed: settings.unattributed)
    let direct = (attributor.quotes(statements) + transcript.quotes(reading, speakers)).inTextOrder
    var quotes = direct
    if let joined = try joined(marks.quotations, reading, in: document) {
      let merger = StatementMerger(reading, marks.quotations, speakers)
      let filter = SpeechFilter(reading: reading)
      quotes = merger.merge(joined, direct).filter { !settings.speech || filter.isSpeech($0) }
    }
    let site = SiteLines(document.text)
    let edges = ContentEdges(document[.syntax], reading)
    quotes = quotes.filter { !site.hold($0) }.compactMap(edges.repaired)
    if let tree = document[.syntax] {
      quotes = quotes.map(SubjectSource(tree, reading).repaired)
      quotes += NestedStatements(tree, reading).statements(in: quotes)
    }
    document[.quotes] = quotes.inTextOrder
    if tagger != nil { try SecondLook.take(at: &document, least: settings.least) }
    try nameAllSpeakers(in: &document, reading)
  }

  /// Gives all statements their speakers; what a quotation reports of others is set aside, so that its speaker is not taken
  /// for the one who spoke last.
  private func nameAllSpeakers(in document: inout Document, _ reading: Reading) throws(DictumError) {
    let nested = document[.quotes].filter { $0.by == NestedStatements.name }
    document[.quotes].removeAll { $0.by == NestedStatements.name }
    try nameSpeakers(in: &document, reading)
    try ranker?.rank(in: &document)
    guard !nested.isEmpty else { return }
    let others = document[.quotes]
    document[.quotes] = nested
    try nameSpeakers(in: &document, reading)
    document[.quotes] = (others + document[.quotes]).inTextOrder
  }

  /// Gives the statements their speakers: syntax where there is a tree, else the words of the source.
  private func nameSpeakers(in document: inout Document, _ reading: Reading) throws(DictumError) {
    let tree = document[.syntax]
    var described: [Int: [Description]] = [:]
    if let tree, document.has(LayerKey.entities.name) {
      described = try TreeSpeakers.resolve(in: &document, tree, reading)
    }
    ContinuingSpeaker.resolve(in: &document, reading)
    // Without a tree, who is described may be anything: pronouns stand for names alone.
    if tree == nil { PronounSpeakers.resolve(in: &document, reading) }
    UnnamedSpeakers.add(to: &document, described: described)
    if tree != nil { PronounSpeakers.resolve(in: &document, reading, tree) }
    BorrowedSpeakers.resolve(in: &document, reading, tree)
  }

  /// What the models find; nil where there are none.
  private func joined(
    _ quotations: [Quotation],
    _ reading: Reading,
    in document: Document
  ) throws -> [RoleJoiner.Joined]? {
    if let linear { return linear.joined(in: document, quotations) }
    guard let tagger else { return nil }
    let roles = ContentRepair(reading).repaired(try tagger.roles(in: document))
    return RoleJoiner(roles, reading).joined()
  }
}

extension [Quote] {
  /// Sorted by where they begin, and numbered.
  var inTextOrder: [Quote] {
    var sorted = enumerated().sorted {
      ($0.element.extent ?? TextSpan(), $0.offset) < ($1.element.extent ?? TextSpan(), $1.offset)
    }.map(\.element)
    for index in sorted.indices { sorted[index].id = "q\(index)" }
    return sorted
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
