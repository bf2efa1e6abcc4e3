public import DictumKit

/// What a pipeline may set for `entities`.
public struct EntitiesSettings: StageSettings {
  /// The model file's name.
  public var model = "entities-small"

  public init() {}

  public static var fields: [SettingField<EntitiesSettings>] {
    [SettingField("model", \.model, "The model that finds the names; entities-small needs no encoder.")]
  }
}

/// Finds names, types them and joins those that mean the same person, body or place.
public struct EntitiesStage: Stage {
  public static let name = "entities"
  public static let summary = "Names of people, bodies, places and more, typed and joined."

  private let tagger: any MentionTagger
  private let linker: EntityLinker

  public static func contract(for settings: EntitiesSettings) -> StageContract {
    StageContract(
      requires: [LayerKey.sentences.erased, LayerKey.tokens.erased],
      provides: [LayerKey.mentions.erased, LayerKey.entities.erased],
      models: [settings.model]
    )
  }

  public init(settings: EntitiesSettings, resources: Resources) throws {
    tagger = try resources.shared("linear entities \(settings.model)") {
      try LinearModelFile.open(settings.model, resources)
    }
    linker = try EntityLinker()
  }

  public func annotate(_ document: inout Document) throws {
    var mentions = try tagger.mentions(in: document)
    document[.entities] = linker.link(&mentions, in: document.text)
    document[.mentions] = mentions
  }
}
