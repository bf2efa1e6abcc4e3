import DictumEnglish
public import DictumKit
import DictumModelFile
import DictumNeural

/// Says how a document and its statements feel, and how each speaker stands on what the statement speaks of.
///
/// Stance toward a span is read from one pass of the encoder (Hamborg and Donnay, “NewsMTSC”, EACL 2021, is what it
/// learned from); stance toward a text from statement and text side by side.
public struct OpinionsStage: Stage {
  public static let name = "opinions"
  public static let summary = "Sentiment of statements, and stance toward what they speak of."

  private let settings: OpinionsSettings
  private let model: any OpinionModel

  public static func contract(for settings: OpinionsSettings) -> StageContract {
    StageContract(
      requires: [LayerKey.sentences, LayerKey.tokens]
        + (settings.model == .standard ? [TransientKey.encoding] : []),
      accepts: [
        LayerKey.quotes, LayerKey.mentions, LayerKey.entities, LayerKey.targets,
      ],
      provides: [LayerKey.sentiments, LayerKey.stances, LayerKey.positions],
      models: settings.model == .standard ? [] : ["opinions-small"]
    )
  }

  public init(settings: OpinionsSettings, resources: Resources) throws {
    self.settings = settings
    switch settings.model {
    case .standard:
      try resources.expect(heads: EncoderOpinionModel.heads)
      model = EncoderOpinionModel()
    case .small: model = try LinearOpinionModel(try resources.tables("opinions-small"))
    }
  }

  public func annotate(_ document: inout Document) throws {
    let passages = Passages(document, withSentences: settings.sentences)
    document[.sentiments] = try model.sentiments(of: passages.forSentiment, in: document)
    document[.stances] = try stances(in: document, document.derived(.reading), passages)
    document[.positions] = PositionTable(document[.stances]).positions
  }

  private func stances(in document: Document, _ reading: Reading, _ passages: Passages) throws -> [Stance] {
    var asked = TargetFinder(document).targets(of: passages.holding)
    let given = document[.targets]
    asked = given.isEmpty ? asked : passages.questions(given)
    for topic in settings.topics {
      asked += passages.holding.map { StanceQuestion($0, target: .text(topic)) }
    }
    let answers = try model.answers(to: asked, in: document)
    let frame = StanceFrame(reading)
    return zip(asked, answers).compactMap { question, answer in
      answer.map { question.stance(frame.reading($0, of: question), in: document) }
    }
  }
}
