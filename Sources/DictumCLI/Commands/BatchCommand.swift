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
  static let out = Option(name: "--out", value: "FOLDER", summary: "Where reports, manifest and summary go.")
  static let ndjson = Option(
    name: "--ndjson",
    value: nil,
    summary: "One file, reports.ndjson, instead of one an article."
  )
  static let encoding = Option(
    name: "--encoding",
    value: "NAME",
    summary: "How text files are encoded: detect (default), utf-8, or a name."
  )
  static let fresh = Option(name: "--fresh", value: nil, summary: "Analyse everything again.")
  static let quiet = Option(name: "--quiet", value: nil, summary: "Show nothing but errors.")
  static let jsonProgress = Option(
    name: "--json-progress",
    value: nil,
    summary: "Progress as JSON lines on standard error."
  )
  static let options = [out, ndjson, .jobs, encoding, .fields, .limit, fresh, .people, quiet, jsonProgress, .models]
  static let discussion = """
    Articles are found in FOLDER and the folders below it by what the files hold: text, Markdown, web pages, PDF, DOCX,
    ODT, EPUB, RTF, mail, feeds, NITF, NewsML-G2, TEI, CSV, JSON and JSON lines, in archives and compressed, too. Each
    article gets a report (OUT/PATH.json), or an entry in OUT/manifest.jsonl that says what went wrong, and the others are done all the same.
    OUT/summary.json tells who spoke most and how the speakers stand on what.

    The same command takes an interrupted batch up, and passes over the articles whose text, pipeline, models and
    program are those of the report that is there. Ctrl-C finishes what is under way; a second one stops at once.
    `--jobs` is the number of cores unless given; the reports are the same for any number.

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
    options.encoding = TextEncoding(option: arguments.value(encoding) ?? "detect")
    options.fields = try arguments.fields()
    options.limit = try arguments.limit()
    options.fresh = arguments.has(fresh)
    options.version = CommandLineTool.version
    options.people = try arguments.people()
    let plan = try session.plan(arguments.positionals[0])
    let resources = try session.resources(arguments)
    let pipeline = try Pipeline(plan, resources: resources)
    let batch = Batch(
      pipeline,
      run: session.description(of: pipeline),
      json: session.documentReader(for: plan, fields: options.fields),
      options: options
    )
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

  private static func mode(_ arguments: Arguments) -> ProgressDisplay.Mode {
    if arguments.has(jsonProgress) { return .json }
    if arguments.has(quiet) { return .quiet }
    return isatty(STDERR_FILENO) == 1 ? .bar : .lines
  }
}
