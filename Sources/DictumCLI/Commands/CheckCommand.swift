import DictumKit
import DictumRuntime

/// `dictum check`: checks a pipeline file and prints its plan, without loading anything.
enum CheckCommand: Command {
  static let name = "check"
  static let summary = "Check a pipeline file and print its plan, without loading models."
  static let operands = "PIPELINE…"
  static let explain = Option(
    name: "--explain",
    value: nil,
    summary: "Draw the plan: which layer goes from where to where."
  )
  static let options = [explain]
  static let discussion = """
    Everything that is wrong is shown at once, each with its line, a caret and what was expected.

      dictum check Pipelines/news.yaml
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard !arguments.positionals.isEmpty else {
      throw DictumError(.usage, "check needs a pipeline", notes: ["see `dictum help check`"])
    }
    var code = ExitCode.success
    for path in arguments.positionals {
      do throws(DictumError) {
        let plan = try session.plan(path)
        try session.print(arguments.has(explain) ? PlanDrawing(plan).text : describe(plan, session.registry))
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
