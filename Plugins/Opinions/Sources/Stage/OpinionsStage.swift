import DictumEnglish
public import DictumKit
import DictumModelFile
import DictumNeural

/// Says how a document and its statements feel, and how each speaker stands on what the statement speaks of.
///
/// What a statement’s holder takes a clear side on is read with the statement’s roles (`SideFinder`); stance toward a given
/// span from one pass of the encoder (Hamborg and Donnay, “NewsMTSC”, EACL 2021, is what it learned from); stance toward a
/// text from statement and text side by side.
public struct OpinionsStage: Stage {
  public static let name = "opinions"
  public static let summary = "Sentiment of statements, and stance toward what they speak of."

  private let settings: OpinionsSettings
  private let model: any OpinionModel
  private let sides: any SideModel

  public static func contract(for settings: OpinionsSettings) -> StageContract {
    StageContract(
      requires: [LayerKey.sentences, LayerKey.tokens]
        + (settings.model == .standard ? [TransientKey.encoding, TransientKey.syntax] : [TransientKey.nounChunks]),
      accepts: [
        LayerKey.quotes, LayerKey.mentions, LayerKey.entities, LayerKey.targets,
      ] + (settings.model == .standard ? [TransientKey.statements] : []),
      provides: [LayerKey.sentiments, LayerKey.stances, LayerKey.positions],
      models: settings.model == .standard ? [] : ["opinions-small", "sides-small"]
    )
  }

  public init(settings: OpinionsSettings, resources: Resources) throws {
    self.settings = settings
    switch settings.model {
    case .standard:
      try resources.expect(heads: EncoderOpinionModel.heads + EncoderSideModel.heads + EntityRelations.heads)
      model = EncoderOpinionModel()
      sides = EncoderSideModel()
    case .small:
      let file = try resources.tables("opinions-small")
      model = try LinearOpinionModel(file)
      sides = try LinearSideModel(try resources.tables("sides-small"), evidence: try SideEvidence(file))
    }
  }

  public func annotate(_ document: inout Document) throws {
    let reading = document.derived(.reading)
    let passages = Passages(document, reading, withSentences: settings.sentences)
    document[.sentiments] = try sentiments(of: passages, in: document)
    document[.stances] = try stances(in: document, reading, passages)
    document[.positions] = PositionTable(document[.stances]).positions
  }

  /// The sides that the statements may take, with what is known of each; `document` gets the sentiments that it lacks.
  package func candidates(in document: inout Document) throws -> [[SideCandidate]] {
    let reading = document.derived(.reading)
    document[.sentiments] = try sentiments(of: Passages(document, reading, withSentences: false), in: document)
    return try sides(in: document, reading).candidates()
  }

  private func sentiments(of passages: Passages, in document: Document) throws -> [Sentiment] {
    var sentiments = try model.sentiments(of: passages.forSentiment, in: document)
    // Who only discusses something says nothing good or bad of it.
    for (index, passage) in passages.forSentiment.enumerated() where passage.isDiscussed {
      (sentiments[index].label, sentiments[index].score) = (.neutral, 0)
    }
    return sentiments
  }

  private func sides(in document: Document, _ reading: Reading) -> SideFinder {
    SideFinder(document, reading, targetCandidates(of: document), sides, threshold: settings.clear)
  }

  private func targetCandidates(of document: Document) -> any TargetCandidates {
    document[.syntax].map(TreeCandidates.init) ?? ChunkCandidates(document)
  }

  private func stances(in document: Document, _ reading: Reading, _ passages: Passages) throws -> [Stance] {
    let given = document[.targets]
    let isStandard = settings.model == .standard
    // Whose stance it is, the small models cannot ask: they answer as if it were the author's.
    var asked = passages.questions(given.filter { !isStandard || $0.holder == nil || $0.span == nil })
    var found = isStandard ? try EntityRelations(document).answers(to: given) : []
    if given.isEmpty {
      found += try sides(in: document, reading).stances()
      if settings.relations { found += try EntityRelations(document).stances(beside: found) }
      asked = TargetFinder(document, targetCandidates(of: document))
        .targets(of: passages.holding.filter { !$0.isStatement }) { reading.tokens(in: $0) }
    }
    for topic in settings.topics {
      asked += passages.holding.map { StanceQuestion($0, target: .text(topic)) }
    }
    let answers = try model.answers(to: asked, in: document)
    let answered = zip(asked, answers).compactMap { question, answer in
      answer.map { question.stance($0, in: document) }
    }
    // What nobody asked for is listed where a side is taken.
    return found + answered.filter { !given.isEmpty || $0.label != .neutral || $0.target.span == nil }
  }
}
