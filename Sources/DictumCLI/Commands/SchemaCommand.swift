import DictumKit
import DictumReports
import DictumRuntime
import DictumSystem

/// `dictum schema`: the report's JSON Schema, with the loaded plugins' layers.
enum SchemaCommand: Command {
  static let name = "schema"
  static let summary = "Print the JSON Schema of reports."
  static let operands = ""
  static let standard = Option(name: "--standard", value: nil, summary: "Leave plugins' own layers out.")
  static let options = [standard]
  static let discussion = """
    The schema is made from the types that write the reports, plugins' layers included.

      dictum schema > report.schema.json
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    let json = ReportSchema.json(layers: arguments.has(standard) ? StandardLayers.all : session.registry.layers)
    try FileOutput.write(json, to: session.output, name: "standard output")
    return .success
  }
}
