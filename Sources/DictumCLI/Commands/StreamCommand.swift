import DictumKit
import DictumReports
import DictumRuntime
import Glibc

/// `dictum stream`: JSON lines in, JSON lines out.
enum StreamCommand: Command {
  static let name = "stream"
  static let summary = "Read documents as JSON lines, write a report line for each."
  static let operands = "PIPELINE < IN.jsonl > OUT.jsonl"
  static let options: [Option] = [.models]
  static let discussion = """
    Each input line is a JSON object with `text` and, if known, `id`, `title`, `date`, `url`, `language`; it may carry
    layers in the report's own shape. Order is kept: line N of the output belongs to line N of the input. A line that
    cannot be analysed gets an object with `error` in its place, the others are done, and the exit code is 1.
    Blank lines are passed over.

      echo '{"id": "a", "text": "“We won,” Ann said."}' | dictum stream Pipelines/quotes.yaml
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard arguments.positionals.count == 1 else {
      throw DictumError(.usage, "stream needs one pipeline", notes: ["see `dictum help stream`"])
    }
    let plan = try session.plan(arguments.positionals[0])
    let resources = Resources(folders: arguments.value(.models).map { [$0] } ?? [])
    let pipeline = try Pipeline(plan, resources: resources)
    let reader = session.documentReader(for: plan)
    let writer = ReportWriter(run: session.description(of: plan, resources), options: plan.report, layout: .ndjson)
    var lines = LineReader(descriptor: STDIN_FILENO)
    var number = 0
    var code = ExitCode.success
    while let line = try lines.next() {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      var id: String?
      var output: [UInt8]
      do throws(DictumError) {
        var document = try reader.document(from: line, fallbackID: "line-\(number)")
        id = document.id
        try pipeline.run(&document)
        output = writer.report(on: document)
      } catch {
        session.complain(error.onLine(number))
        output = ErrorRecord(id: id, line: number, error: error).json
        code = .someFailed
      }
      try FileOutput.write(output, to: session.output, name: "standard output")
    }
    return code
  }
}

extension DictumError {
  /// The same error, saying which input line it is about.
  fileprivate func onLine(_ number: Int) -> DictumError {
    DictumError(
      diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.message = "line \(number): \(diagnostic.message)"
        return diagnostic
      }
    )
  }
}
