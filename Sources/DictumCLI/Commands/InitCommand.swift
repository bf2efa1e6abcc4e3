import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// `dictum init`: writes a pipeline with every setting, its default and what it does.
enum InitCommand: Command {
  static let name = "init"
  static let summary = "Write a commented pipeline with every setting and its default."
  static let operands = "PIPELINE [STAGE…]"
  static let options: [Option] = []
  static let discussion = """
    The stages that others need are put before them. Without STAGE: entities, quotes and opinions.

      dictum init my.yaml
      dictum init my.yaml quotes
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard let path = arguments.positionals.first else {
      throw DictumError(.usage, "init needs a file to write", notes: ["see `dictum help init`"])
    }
    guard access(path, F_OK) != 0 else {
      throw DictumError(.usage, "\(path) is there already", notes: ["nothing was written; choose another name"])
    }
    let wanted = arguments.positionals.count > 1 ? Array(arguments.positionals.dropFirst()) : usual
    let stages = try ordered(wanted, session.registry)
    let text = text(stages, name: stem(of: path))
    try FileOutput.replace(path, with: Array(text.utf8))
    // What was written is checked as any file is; a required setting has to be filled in first.
    if !stages.contains(where: { $0.settings.contains(where: \.isRequired) }) { _ = try session.plan(path) }
    try session.print("wrote \(path)\nnext: dictum run \(path) article.txt")
    return .success
  }

  private static let usual = ["entities", "quotes", "opinions"]

  /// The stages with those that they need, in an order in which they run.
  private static func ordered(_ names: [String], _ registry: Registry) throws(DictumError) -> [StageFactory] {
    var stages: [StageFactory] = []
    var provided: Set<String> = []
    func add(_ name: String, _ depth: Int) throws(DictumError) {
      guard !stages.contains(where: { $0.name == name }) else { return }
      guard let stage = registry.stage(name) else {
        let near = suggestion(for: name, among: registry.stageNames)
        let known = ["known stages: " + registry.stageNames.joined(separator: ", ")]
        throw DictumError(.unknownStage, "unknown stage `\(name)`", notes: near + known)
      }
      for layer in stage.defaultContract.requires where !provided.contains(layer.name) && depth < 16 {
        if let provider = registry.providers(of: layer.name).first { try add(provider, depth + 1) }
      }
      stages.append(stage)
      provided.formUnion(stage.defaultContract.provides.map(\.name))
    }
    for name in names { try add(name, 0) }
    return stages
  }

  private static func text(_ stages: [StageFactory], name: String) -> String {
    var lines = [
      "# What stands here is the default; remove what you do not change. `dictum check` says what the file does,",
      "# `dictum stages NAME` what a stage does.", "dictum: 1", "name: \(name)", "stages:",
    ]
    for stage in stages {
      lines.append("  # \(stage.summary)")
      lines.append("  - \(stage.name)" + (stage.settings.isEmpty ? "" : ":"))
      for setting in stage.settings {
        lines.append("      # \(setting.summary) (\(setting.typeName))")
        lines.append("      \(setting.name): \(setting.isRequired ? "# to be filled in" : setting.defaultValue)")
      }
    }
    lines.append("report:")
    let defaults = ReportOptions()
    for field in ReportOptions.fields {
      lines.append("  # \(field.summary) (\(field.typeName))")
      lines.append("  \(field.name): \(field.value(in: defaults))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }
}
