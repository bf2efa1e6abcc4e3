public import DictumKit
import DictumNeural

/// What finds the names.
public enum EntityModel: String, SettingChoice {
  /// A head on the shared encoder's vectors; needs `encode` before it.
  case standard
  /// A linear sequence model of its own: less accurate, much faster, no encoder.
  case small
}

/// What a pipeline may set for `entities`.
public struct EntitiesSettings: StageSettings {
  public var model = EntityModel.standard

  public init() {}

  public static var fields: [SettingField<EntitiesSettings>] {
    [SettingField("model", \.model, "What finds the names: standard needs `encode` before it, small needs nothing.")]
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
  private let linker: EntityLinker

  public static func contract(for settings: EntitiesSettings) -> StageContract {
    let needsEncoder = settings.model == .standard
    return StageContract(
      requires: [LayerKey.sentences.erased, LayerKey.tokens.erased]
        + (needsEncoder ? [TransientKey.encoding.erased] : []),
      provides: [LayerKey.mentions.erased, LayerKey.entities.erased],
      models: [needsEncoder ? "standard" : "entities-small"]
    )
  }

  public init(settings: EntitiesSettings, resources: Resources) throws {
    switch settings.model {
    case .standard: tagger = try NeuralTagger(try resources.encoders("standard"))
    case .small: tagger = try LinearModelFile.tagger(try resources.tables("entities-small"))
    }
    linker = try EntityLinker()
  }

  public func annotate(_ document: inout Document) throws {
    var mentions = try tagger.mentions(in: document)
    document[.entities] = linker.link(&mentions, in: document.text)
    document[.mentions] = mentions
  }
}
