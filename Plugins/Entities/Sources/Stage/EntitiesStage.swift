import DictumEnglish
public import DictumKit
import DictumModelFile
public import DictumNeural

/// What a pipeline may set for `entities`.
public struct EntitiesSettings: StageSettings {
  public var model = ModelSize.standard
  /// Whether pronouns and roles are joined to the people and bodies that they stand for.
  public var references = true

  public init() {}

  public static var fields: [SettingField<EntitiesSettings>] {
    [
      SettingField("model", \.model, "What finds the names: standard needs `encode` before it, small needs nothing."),
      SettingField(
        "references",
        \.references,
        "Say whom pronouns (standard only) and roles such as “the Foreign Minister of Japan” stand for, where it is clear."
      ),
    ]
  }
}

/// Finds names, types them and joins those that mean the same person, body or place.
public struct EntitiesStage: Stage {
  public static let name = "entities"
  public static let summary = "Names of people, bodies, places and more, typed and joined."

  public static var examples: [StageExample] {
    [
      StageExample(
        "⟦mention Angela Merkel⟧ met ⟦mention Emmanuel Macron⟧ in ⟦mention Paris⟧ on ⟦mention Tuesday⟧.",
        "people, a place, a day"
      ),
      StageExample(
        "⟦mention Amnesty International⟧ criticised the ⟦mention Nigerian⟧ government.",
        "a body and a nationality"
      ),
      StageExample("The talks went on for hours.", "no name at all"),
    ]
  }

  private let tagger: any MentionTagger
  private let vote = TypeVote()
  private let echo = NameEcho()
  private let linker: EntityLinker
  private let references: ReferenceResolver?

  public static func contract(for settings: EntitiesSettings) -> StageContract {
    let needsEncoder = settings.model == .standard
    return StageContract(
      requires: [LayerKey.sentences, LayerKey.tokens]
        + (needsEncoder ? [TransientKey.encoding] : []),
      provides: [LayerKey.mentions, LayerKey.entities],
      models: ["entities-small"]
    )
  }

  public init(settings: EntitiesSettings, resources: Resources) throws {
    switch settings.model {
    case .standard:
      try resources.expect(heads: [EncoderTagger.head] + (settings.references ? [PronounResolver.head] : []))
      let linear = try LinearModelFile.tagger(try resources.tables("entities-small"))
      tagger = EncoderTagger(linear: linear)
      references = settings.references ? ReferenceResolver(pronouns: PronounResolver()) : nil
    case .small:
      tagger = try LinearModelFile.tagger(try resources.tables("entities-small"))
      references = settings.references ? ReferenceResolver(pronouns: nil) : nil
    }
    linker = try EntityLinker()
  }

  public func annotate(_ document: inout Document) throws {
    let readable = ReadableText.of(document)
    let found = vote.agreed(try tagger.mentions(in: readable).joiningTouching(), in: document.text)
    var mentions = echo.completed(found, in: document.derived(.reading))
    for place in mentions.indices { mentions[place].id = "m\(place)" }
    document[.entities] = linker.link(&mentions, in: document.text)
    document[.mentions] = mentions
    try references?.resolve(in: &document)
  }
}
