import DictumKit
import DictumRuntime

/// `dictum check`: checks a pipeline file and prints its plan, without loading anything.
enum CheckCommand: Command {
  static let name = "check"
  static let summary = "Check a pipeline file and print its plan, without loading models."
  static let operands = "PIPELINE…"
  static let options: [Option] = []
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
        try session.print(describe(try session.plan(path)))
      } catch {
        session.complain(error)
        code = .refused
      }
    }
    return code
  }

  private static func describe(_ plan: Plan) -> String {
    func names(_ layers: [LayerName]) -> String { layers.isEmpty ? "text" : layers.map(\.name).joined(separator: ", ") }
    let header = ["stage", "plugin", "requires", "", "provides", "model"]
    let rows = plan.stages.map { stage in
      [
        stage.name, stage.plugin, names(stage.contract.requires), "->", names(stage.contract.provides),
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
