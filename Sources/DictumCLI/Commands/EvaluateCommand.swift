import DictumEvaluation
import DictumKit
import DictumReports
import DictumRuntime
import DictumSystem

/// `dictum evaluate`: compares what a pipeline finds with what is right.
enum EvaluateCommand: Command {
  static let name = "evaluate"
  static let summary = "Run a pipeline over gold and say how good it is, with intervals and its worst mistakes."
  static let operands = "PIPELINE GOLD…"
  static let task = Option("--task", "LIST", "Only these: \(Evaluation.names.joined(separator: ", ")).")
  static let types = Option("--types", "LIST", "Mention types; those of the gold unless given.")
  static let reports = Option("--reports", "FILE", "Compare these reports, a line each, instead of running a pipeline.")
  static let against = Option(
    "--against",
    "FILE",
    "Reports of another pipeline or program: is the difference more than chance?"
  )
  static let save = Option("--save", "FILE", "Write the reports, for --reports and --against.")
  static let errors = Option("--errors", "N", "Mistakes to show for each task (5).")
  static let samples = Option("--samples", "N", "How often documents are drawn for intervals (1000).")
  static let seed = Option("--seed", "N", "Of the drawing (1).")
  static let json = Option("--json", "One JSON object for each task.")
  static let options = [task, types, reports, against, save, errors, samples, seed, json, .jobs, .models]
  static let discussion = """
    GOLD is JSON lines in the report's own shape, .gz too: `id`, `text`, and the layers that are known to be right. Every
    task for which gold and pipeline have the layers is scored. Intervals of 95 % come from drawing documents again and
    again; the same seed gives the same figures. The tasks' definitions are in Docs/evaluation.md.

      dictum evaluate Pipelines/quotes.yaml gold.jsonl --save quotes.ndjson
      dictum evaluate Pipelines/quotes-small.yaml gold.jsonl --against quotes.ndjson
      dictum evaluate --reports theirs.ndjson gold.jsonl --task quotes --json
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    var operands = arguments.positionals[...]
    let pipeline = arguments.value(reports) == nil ? operands.popFirst() : nil
    guard !operands.isEmpty else {
      throw DictumError(.usage, "evaluate needs a pipeline and a file of gold", notes: ["see `dictum help evaluate`"])
    }
    let tasks = try list(arguments.value(task), known: Evaluation.names, option: task)
    let gold = try GoldSet(Array(operands)).documents
    let answers: GoldRun.Answers =
      if let pipeline {
        try GoldRun(pipeline, arguments, session).answers(to: gold)
      } else {
        GoldRun.Answers(reports: try GoldSet.reports(arguments.value(reports) ?? ""), failed: 0, provided: nil)
      }
    let others = try arguments.value(against).map { (file) throws(DictumError) in try GoldSet.reports(file) }
    let pairs = gold.map { document in
      let id = document.id ?? ""
      return Evaluation.Pair(gold: document, report: answers.reports[id], other: others.map { $0[id] ?? Annotation() })
    }
    let known = Evaluation.applicable(to: gold, provided: answers.provided)
    let chosen = tasks.isEmpty ? known : tasks
    guard !chosen.isEmpty else {
      throw DictumError(
        .usage,
        "the gold has no layer that the pipeline provides",
        notes: ["see `dictum check PIPELINE`"]
      )
    }
    var measures = MeasureOptions()
    measures.types = (arguments.value(types) ?? "").split(separator: ",").map(String.init)
    let evaluation = Evaluation(
      measures,
      samples: try arguments.count(samples) ?? 1_000,
      seed: UInt64(try arguments.count(seed) ?? 1),
      mistakes: try arguments.count(errors) ?? 5
    )
    for result in chosen.compactMap({ evaluation.result($0, pairs) }) {
      if arguments.has(json) {
        try FileOutput.write(result.json, to: session.output, name: "standard output")
      } else {
        try session.print(EvaluationText(result).text)
      }
    }
    return answers.failed > 0 ? .someFailed : .success
  }

  private static func list(_ words: String?, known: [String], option: Option) throws(DictumError) -> [String] {
    let names = (words ?? "").split(separator: ",").map(String.init)
    for name in names where !known.contains(name) {
      let near = suggestion(for: name, among: known)
      let all = "known: " + known.joined(separator: ", ")
      throw DictumError(.usage, "`\(option.name)` does not know `\(name)`", notes: near + [all])
    }
    return names
  }
}
