import DictumKit
import DictumRuntime

/// `dictum stages`: lists the loaded stages or documents one, from their own declarations.
enum StagesCommand: Command {
  static let name = "stages"
  static let summary = "List the stages, or document one: its settings, layers and examples."
  static let operands = "[NAME]"
  static let options: [Option] = []
  static let discussion = """
    A plugin's name shows all of its stages.

      dictum stages
      dictum stages quotes
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard let name = arguments.positionals.first else {
      let rows = session.registry.stageNames.compactMap { name in
        session.registry.stage(name).map { [name, session.registry.plugin(ofStage: name) ?? "", $0.summary] }
      }
      try session.print(Table(rows: [["stage", "plugin", "what it does"]] + rows).text)
      return .success
    }
    let pages = pages(named: name, session.registry)
    guard !pages.isEmpty else {
      let names = session.registry.stageNames
      let near = suggestion(for: name, among: names)
      throw DictumError(
        .unknownStage,
        "no loaded stage or plugin is named `\(name)`",
        notes: near + ["known stages: " + names.joined(separator: ", ")]
      )
    }
    try session.print(pages.joined(separator: "\n\n"))
    return .success
  }

  private static func pages(named name: String, _ registry: Registry) -> [String] {
    if let stage = registry.stage(name) { return [page(stage, plugin: registry.plugin(ofStage: name) ?? "")] }
    return registry.plugins.filter { $0.name == name }.flatMap { plugin in
      plugin.stages.map { page($0, plugin: plugin.name) }
    }
  }

  private static func page(_ stage: StageFactory, plugin: String) -> String {
    func names(_ layers: [LayerName]) -> String { layers.isEmpty ? "none" : layers.map(\.name).joined(separator: ", ") }
    var parts = ["\(stage.name) (plugin \(plugin)): \(stage.summary)", ""]
    parts.append("requires  \(names(stage.defaultContract.requires))")
    if !stage.defaultContract.accepts.isEmpty { parts.append("accepts   \(names(stage.defaultContract.accepts))") }
    parts.append("provides  \(names(stage.defaultContract.provides))")
    if !stage.defaultContract.extends.isEmpty { parts.append("extends   \(names(stage.defaultContract.extends))") }
    parts += ["", "settings" + (stage.settings.isEmpty ? ": none" : ":")]
    for setting in stage.settings {
      parts.append("  \(setting.name): \(setting.defaultValue)   # \(setting.typeName)")
      parts.append("      \(setting.summary)")
    }
    if !stage.examples.isEmpty { parts += ["", "examples:"] }
    for example in stage.examples { parts += ["  \(example.marked)", "      \(example.note)"] }
    return parts.joined(separator: "\n")
  }
}
