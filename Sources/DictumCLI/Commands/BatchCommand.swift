import DictumBatch
import DictumCorpus
import DictumKit
import DictumReports
import DictumRuntime
import Glibc

/// `dictum batch`: analyses a folder of articles.
enum BatchCommand: Command {
  static let name = "batch"
  static let summary = "Analyse a folder of articles; go on where an earlier run stopped."
  static let operands = "PIPELINE FOLDER --out FOLDER"
  static let out = Option("--out", "FOLDER", "Where reports, manifest and summary go.")
  static let ndjson = Option("--ndjson", "One file, reports.ndjson, instead of one an article.")
  static let fresh = Option("--fresh", "Analyse everything again.")
  static let quiet = Option("--quiet", "Show nothing but errors.")
  static let jsonProgress = Option("--json-progress", "Progress as JSON lines on standard error.")
  static let isolate = Option("--isolate", "Read and analyse in processes of their own: a crash costs one article.")
  static let timeLimit = Option(
    "--time-limit",
    "SECONDS",
    "The most that reading an article, or a stage, may take (no limit)."
  )
  static let worker = Option("--worker", "N", "Be a process of --isolate; not for people.")
  static let options = [
    out, ndjson, .jobs, isolate, timeLimit, .encoding, .fields, .limit, fresh, .people, quiet, jsonProgress, .models,
    worker,
  ]
  static let discussion = """
    Articles are found in FOLDER and the folders below it by what the files hold: text, Markdown, web pages, PDF, DOCX,
    ODT, EPUB, RTF, mail, feeds, NITF, NewsML-G2, TEI, CSV, JSON and JSON lines, in archives and compressed, too. Each
    article gets a report (OUT/PATH.json), or an entry in OUT/manifest.jsonl that says what went wrong, and the others
    are done all the same.
    OUT/summary.json tells who spoke most and how the speakers stand on what.

    The same command takes an interrupted batch up, and passes over the articles whose text, pipeline, models and
    program are those of the report that is there. Ctrl-C finishes what is under way; a second one stops at once.
    `--jobs` is the number of cores unless given; the reports are the same for any number.

    Where a stage crashes, the same command goes on past the article: what was under way stands in OUT/in-flight.jsonl
    until a batch has ended well, and is then analysed in a process of its own. With --isolate, all are, and a crash, or a
    stage over its --time-limit, is no more than the record of its article. Without it, such a stage ends the batch (3).

    exit codes: 0 all done · 1 some articles failed · 2 nothing was done · 3 interrupted

      dictum batch Pipelines/news.yaml articles --out reports
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard arguments.positionals.count == 2, let folder = arguments.value(out) else {
      throw DictumError(
        .usage,
        "batch needs a pipeline, a folder and `--out FOLDER`",
        notes: ["see `dictum help batch`"]
      )
    }
    var options = BatchOptions(articles: arguments.positionals[1], out: folder)
    options.layout = arguments.has(ndjson) ? .lines : .files
    options.jobs = try arguments.count(.jobs) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    options.encoding = TextEncoding(option: arguments.value(.encoding) ?? "detect")
    options.fields = try arguments.fields()
    options.limit = try arguments.limit()
    options.fresh = arguments.has(fresh)
    options.version = CommandLineTool.version
    options.people = try arguments.people()
    options.isolates = arguments.has(isolate)
    options.stageLimit = try seconds(arguments.value(timeLimit))
    options.stageIsOver = { article, stage in
      let what = stage.isEmpty ? "reading it ran over the" : "the stage `\(stage)` ran over its"
      let error = DictumError(
        .stageTimeLimit,
        "\(article): \(what) time limit, which ends the batch",
        notes: ["the same command goes on past the article; with `--isolate` it would have gone on by itself"]
      )
      session.complain(error)
    }
    let words = arguments.words
    options.worker = { line in ["/proc/self/exe", name, worker.name, "\(line)"] + words }
    let plan = try session.plan(arguments.positionals[0])
    let batch = Batch(try Pipeline(plan, resources: try session.resources(arguments)), options: options)
    if let line = try arguments.count(worker) {
      // Ctrl-C is for the batch, which then lets its processes finish.
      for number in [SIGINT, SIGTERM] { signal(number, SIG_IGN) }
      try batch.serve(line: line, input: STDIN_FILENO, output: session.output)
      return .success
    }
    let display = ProgressDisplay(mode(arguments))
    Interruption.watch()
    let (progress, corpus) = try batch.run(isStopped: { Interruption.isRequested }, report: display.show)
    display.end()
    if !arguments.has(quiet) {
      display.print(BatchSummary(progress, corpus, display.seconds, out: folder).text, session)
    }
    if progress.isInterrupted { return .interrupted }
    return progress.failed > 0 || progress.readNothing || display.sawWarning ? .someFailed : .success
  }

  private static func seconds(_ text: String?) throws(DictumError) -> Double? {
    guard let text else { return nil }
    guard let seconds = Double(text), seconds > 0, seconds <= 86_400 else {
      throw DictumError(.usage, "`--time-limit` takes seconds above 0 and up to 86400, not `\(text)`")
    }
    return seconds
  }

  private static func mode(_ arguments: Arguments) -> ProgressDisplay.Mode {
    if arguments.has(jsonProgress) { return .json }
    if arguments.has(quiet) { return .quiet }
    return isatty(STDERR_FILENO) == 1 ? .bar : .lines
  }
}
