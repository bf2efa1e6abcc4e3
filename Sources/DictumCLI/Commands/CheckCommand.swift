import DictumKit
import DictumRuntime

/// `dictum check`: checks a pipeline file and prints its plan, without loading anything: neither models nor, unless asked,
/// the code of plugins, so that a file from elsewhere can be looked at.
enum CheckCommand: Command {
  static let name = "check"
  static let summary = "Check a pipeline file and print its plan, without loading models."
  static let operands = "PIPELINE…"
  static let explain = Option("--explain", "Draw the plan: which layer goes from where to where.")
  static let plugins = Option(
    "--plugins",
    "Load the libraries of the plugin path and of the pipeline, which runs code of theirs."
  )
  static let options: [Option] = [explain, plugins]
  static let discussion = """
    Everything that is wrong is shown at once, each with its line, a caret and what was expected. No code but Dictum's own
    is run, so a pipeline that needs plugins can be checked with --plugins only.

      dictum check Pipelines/news.yaml
    """

  static func usesPlugins(_ arguments: Arguments) -> Bool { arguments.has(plugins) }

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard !arguments.positionals.isEmpty else {
      throw DictumError(.usage, "check needs a pipeline", notes: ["see `dictum help check`"])
    }
    let registry = arguments.has(plugins) ? session.registry : session.registry.withoutPlugins
    var code = ExitCode.success
    for path in arguments.positionals {
      do throws(DictumError) {
        let plan = try session.plan(path, registry)
        try session.print(arguments.has(explain) ? PlanDrawing(plan).text : describe(plan, registry))
      } catch {
        session.complain(error)
        code = .refused
      }
    }
    return code
  }

  private static func describe(_ plan: Plan, _ registry: Registry) -> String {
    func names(_ layers: [LayerName]) -> String { layers.isEmpty ? "text" : layers.map(\.name).joined(separator: ", ") }
    func plugin(_ name: String) -> String {
      let version = registry.plugins.first { $0.name == name }?.version
      return version.map { "\(name) \($0)" } ?? name
    }
    let header = ["stage", "plugin", "requires", "", "provides", "model"]
    let rows = plan.stages.map { stage in
      [
        stage.name == stage.configured.name ? stage.name : "\(stage.name) (\(stage.configured.name))",
        plugin(stage.plugin), names(stage.contract.requires), "->", names(stage.contract.provides),
        stage.contract.models.isEmpty ? "none" : stage.contract.models.joined(separator: ", "),
      ]
    }
    return """
      pipeline \(plan.name) (\(plan.hash)): \(plan.stages.count) stage\(plan.stages.count == 1 ? "" : "s"), \
      offsets in \(plan.report.offsets.rawValue)
      \(Table(rows: [header] + rows).text)
      """
  }
}
