import DictumBatch
import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// `dictum stream`: JSON lines in, JSON lines out.
enum StreamCommand: Command {
  static let name = "stream"
  static let summary = "Read documents as JSON lines, write a report line for each."
  static let operands = "PIPELINE < IN.jsonl > OUT.jsonl"
  static let options: [Option] = [.jobs, .fields, .limit, .models]
  static let discussion = """
    Each input line is a JSON object with `text` and, if known, `id`, `title`, `date`, `url`, `language`, `author`,
    `site`; it may carry layers in the report's own shape. `--fields` and other shapes of JSON are read as `dictum batch`
    reads them. Order is kept: line N of the output belongs to line N of the input. A line that cannot be analysed gets an
    object with `error` in its place, the others are done, and the exit code is 1.
    Blank lines are passed over. Memory does not grow with the stream: no more than eight lines a job are held. An
    answer is written as soon as it and those before it are there.

      echo '{"id": "a", "text": "“We won,” Ann said."}' | dictum stream Pipelines/quotes.yaml
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard arguments.positionals.count == 1 else {
      throw DictumError(.usage, "stream needs one pipeline", notes: ["see `dictum help stream`"])
    }
    let plan = try session.plan(arguments.positionals[0])
    var options = RunOptions()
    options.layout = .ndjson
    options.encoding = .utf8
    options.fields = try arguments.fields()
    options.limit = try arguments.limit()
    let run = Run(try Pipeline(plan, resources: try session.resources(arguments)), options: options)
    var lines = LineReader(descriptor: STDIN_FILENO, limit: options.limit)
    var code = ExitCode.success
    try OrderedWorkers(jobs: try arguments.count(.jobs) ?? 1).run(
      waitingOn: STDIN_FILENO,
      look: { () throws(DictumError) in
        while true {
          let arrival = try lines.look()
          if case .input(let line) = arrival, line.isBlank { continue }
          return arrival
        }
      },
      work: { run.answer(to: $0) },
      take: { (answer) throws(DictumError) in
        if let error = answer.error {
          session.complain(error)
          code = .someFailed
        }
        try FileOutput.write(answer.line, to: session.output, name: "standard output")
      }
    )
    return code
  }
}

extension InputLine {
  fileprivate var isBlank: Bool {
    guard case .success(let bytes) = content else { return false }
    return bytes.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
  }
}
