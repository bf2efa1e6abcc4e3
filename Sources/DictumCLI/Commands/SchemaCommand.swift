import DictumBatch
import DictumKit
import DictumReports
import DictumRuntime
import DictumSystem

/// `dictum schema`: the report's JSON Schema, with the loaded plugins' layers.
enum SchemaCommand: Command {
  static let name = "schema"
  static let summary = "Print the JSON Schema of reports."
  static let operands = ""
  static let standard = Option("--standard", "Leave plugins' own layers out.")
  static let pipeline = Option("--pipeline", "The schema of pipeline files instead.")
  static let manifest = Option("--manifest", "The schema of a batch's manifest.jsonl.")
  static let batchSummary = Option("--summary", "The schema of a batch's summary.json.")
  static let options = [standard, pipeline, manifest, batchSummary]
  static let discussion = """
    The schema is made from the types that write the reports, plugins' layers included.

      dictum schema > report.schema.json

    With --pipeline, it is the schema of pipeline files, from the stages' settings, for editors that complete and check:
    put `# yaml-language-server: $schema=pipeline.schema.json` at the head of a file.
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    let json: [UInt8]
    if arguments.has(pipeline) {
      json = PipelineSchema.json(session.registry)
    } else if arguments.has(manifest) {
      json = BatchSchema.manifest
    } else if arguments.has(batchSummary) {
      json = BatchSchema.summary
    } else {
      json = ReportSchema.json(layers: arguments.has(standard) ? StandardLayers.all : session.registry.layers)
    }
    try FileOutput.write(json, to: session.output, name: "standard output")
    return .success
  }
}
