import DictumBatch
import DictumKit
import DictumReading
import DictumReports
import DictumRuntime
import DictumSystem
import Glibc

/// `dictum run`: analyses files.
enum RunCommand: Command {
  static let name = "run"
  static let summary = "Analyse files with a pipeline and write their JSON reports."
  static let operands = "PIPELINE FILE…"
  static let out = Option("--out", "FOLDER", "Write FOLDER/NAME.json for each file.")
  static let format = Option("--format", "FORMAT", "lines (default: a record a line) or ndjson (a report a line).")
  static let showSummary = Option("--summary", "Show what was found, for people; JSON then goes to --out only.")
  static let trace = Option(
    "--profile",
    "TRACE",
    "Print time and memory a stage, and write a trace for chrome://tracing to TRACE."
  )
  static let options = [trace, out, .encoding, .fields, format, showSummary, .limit, .models]
  static let discussion = """
    FILEs are read as `dictum batch` reads them, by what they hold: text, web pages, PDF, DOCX, feeds, archives and so on
    (Docs/formats.md); `-` is standard input. A file that cannot be analysed is reported and the others are done all the
    same. Of files that share a name, each gets a report that is named after its whole path; of a file that holds several
    articles, each gets one with its number or name behind it.

      dictum run Pipelines/news.yaml article.txt > article.json
      dictum run Pipelines/news.yaml articles/*.txt --out reports --summary
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard let path = arguments.positionals.first, arguments.positionals.count > 1 else {
      throw DictumError(.usage, "run needs a pipeline and at least one file", notes: ["see `dictum help run`"])
    }
    var options = RunOptions()
    options.layout = try layout(arguments.value(format))
    options.encoding = TextEncoding(option: arguments.value(.encoding) ?? "detect")
    options.fields = try arguments.fields()
    options.limit = try arguments.limit()
    let plan = try session.plan(path)
    let run = Run(try Pipeline(plan, resources: try session.resources(arguments)), options: options)
    let folder = arguments.value(out)
    if let folder { try FileOutput.makeFolder(folder) }
    let job = Job(
      session: session,
      run: run,
      folder: folder,
      showsSummary: arguments.has(showSummary),
      profile: arguments.value(trace) == nil ? nil : Profile()
    )
    var code = ExitCode.success
    let files = Array(arguments.positionals.dropFirst())
    for (file, report) in zip(files, RunNames.reports(of: files)) {
      do throws(DictumError) {
        var source = try job.source(of: file)
        var isEmpty = true
        while let article = source.next() {
          isEmpty = false
          do throws(DictumError) {
            try job.analyse(article, file, report)
          } catch {
            session.complain(error.named(file))
            code = .someFailed
          }
        }
        if isEmpty { throw DictumError(.emptyArticle, "no article was found in it") }
      } catch {
        session.complain(error.named(file))
        code = .someFailed
      }
    }
    if let profile = job.profile, let file = arguments.value(trace) {
      try FileOutput.replace(file, with: profile.trace)
      session.tell(profile.table)
    }
    return code
  }

  private static func layout(_ name: String?) throws(DictumError) -> ReportLayout {
    switch name {
    case nil, "lines": return .lines
    case "ndjson": return .ndjson
    case let other?: throw DictumError(.usage, "`--format` takes lines or ndjson, not `\(other)`")
    }
  }
}

/// One run over files.
private struct Job {
  let session: Session
  let run: Run
  let folder: String?
  let showsSummary: Bool
  let profile: Profile?

  func source(of file: String) throws(DictumError) -> ArticleSource {
    guard file == "-" else { return ArticleSource(file: file, reader: run.reader) }
    let bytes = try FileInput.read("/dev/stdin", limit: run.reader.limit)
    return ArticleSource(bytes: bytes, name: file, reader: run.reader)
  }

  func analyse(_ article: PendingArticle, _ file: String, _ report: String) throws(DictumError) {
    let root = file.hasPrefix("/") ? "" : "."
    var document = try run.document(of: article, bytes: try run.reader.bytes(of: article, root: root))
    let part = String(article.part.map { $0 == "/" || $0 == "#" ? "-" : $0 })
    let suffix = part.isEmpty ? "" : ".\(part)"
    // An article without an id of its own is called after its file.
    if document.id == article.key { document.id = RunNames.stem(of: file) + suffix }
    let id = document.id
    try run.analyse(&document, observe: profile.map { profile in { profile.note($0, document: id) } })
    if let folder {
      try FileOutput.replace("\(folder)/\(report)\(suffix).json", with: run.report(on: document))
    } else if !showsSummary {
      try FileOutput.write(run.report(on: document), to: session.output, name: "standard output")
    }
    if showsSummary { try session.write(Summary(document, style: .terminal(session.output)).text) }
  }
}
