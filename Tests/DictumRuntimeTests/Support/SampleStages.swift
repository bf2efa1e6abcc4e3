import DictumKit
import DictumRuntime

/// Stages that do little, for tests of the runner.
struct SplitStage: Stage {
  static let name = "split"
  static let summary = "one sentence, the whole text"

  static func contract(for settings: NoSettings) -> StageContract {
    StageContract(provides: [LayerKey.sentences])
  }

  init(settings: NoSettings, resources: Resources) {}

  func annotate(_ document: inout Document) {
    document[.sentences] = document.text.count == 0 ? [] : [Sentence(id: "s0", span: document.text.span, paragraph: 0)]
  }
}

struct NameSettings: StageSettings {
  var word = "Ann"
  var writesToo = false

  static var fields: [SettingField<NameSettings>] {
    [
      SettingField("word", \.word, "The name to find at the text's start."),
      SettingField("writes_too", \.writesToo, "Write a layer that the stage does not declare."),
    ]
  }
}

struct NameStage: Stage {
  static let name = "name"
  static let summary = "a name at the text's start"
  private let settings: NameSettings

  static func contract(for settings: NameSettings) -> StageContract {
    StageContract(requires: [LayerKey.sentences], provides: [LayerKey.mentions])
  }

  init(settings: NameSettings, resources: Resources) { self.settings = settings }

  func annotate(_ document: inout Document) throws {
    if document.text.count == 0 { throw EmptyText() }
    document[.mentions] = [Mention(id: "m0", span: TextSpan(start: 0, end: 1), type: .person)]
    if settings.writesToo { document[.quotes] = [] }
  }

  struct EmptyText: Error, CustomStringConvertible { let description = "there is no text" }
}

/// Provides a layer that its plugin does not declare.
struct LostStage: Stage {
  static let name = "lost"
  static let summary = "a layer that no report shows"
  static func contract(for settings: NoSettings) -> StageContract {
    StageContract(provides: [LayerKey<TextPart>("losses", "undeclared")])
  }
  init(settings: NoSettings, resources: Resources) {}
  func annotate(_ document: inout Document) {}
}

let samplePlugin = Plugin(
  name: "Sample",
  summary: "for tests",
  stages: [StageFactory(SplitStage.self), StageFactory(NameStage.self)]
)

/// Plans a pipeline over the sample stages.
func samplePlan(_ yaml: String) throws -> Plan {
  try Planner.plan(Array(yaml.utf8), file: "p.yaml", registry: try Registry([samplePlugin]))
}
