import DictumKit
import DictumReports
import DictumRuntime
import DictumSystem
import Glibc

/// `dictum run`: analyses text files.
enum RunCommand: Command {
  static let name = "run"
  static let summary = "Analyse text files with a pipeline and write their JSON reports."
  static let operands = "PIPELINE FILE…"
  static let out = Option(name: "--out", value: "FOLDER", summary: "Write FOLDER/NAME.json for each file.")
  static let encoding = Option(
    name: "--encoding",
    value: "NAME",
    summary: "How the files are encoded: utf-8 (default), detect, or a name."
  )
  static let format = Option(
    name: "--format",
    value: "FORMAT",
    summary: "lines (default: a record a line) or ndjson (a report a line)."
  )
  static let showSummary = Option(
    name: "--summary",
    value: nil,
    summary: "Show what was found, for people; JSON then goes to --out only."
  )
  static let trace = Option(
    name: "--profile",
    value: "TRACE",
    summary: "Print time and memory a stage, and write a trace for chrome://tracing to TRACE."
  )
  static let options = [trace, out, encoding, format, showSummary, .limit, .models]
  static let discussion = """
    Each FILE is one plain-text article; `-` is standard input. A file that cannot be analysed is reported and the
    others are done all the same. Of files that share a name, each gets a report that is named after its whole path.

      dictum run Pipelines/news.yaml article.txt > article.json
      dictum run Pipelines/news.yaml articles/*.txt --out reports --summary
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard let path = arguments.positionals.first, arguments.positionals.count > 1 else {
      throw DictumError(.usage, "run needs a pipeline and at least one file", notes: ["see `dictum help run`"])
    }
    let layout = try layout(arguments.value(format))
    let plan = try session.plan(path)
    let resources = try session.resources(arguments)
    let pipeline = try Pipeline(plan, resources: resources)
    let folder = arguments.value(out)
    if let folder { try FileOutput.makeFolder(folder) }
    let job = Job(
      session: session,
      pipeline: pipeline,
      writer: ReportWriter(run: session.description(of: pipeline), options: plan.report, layout: layout),
      encoding: TextEncoding(option: arguments.value(encoding) ?? "utf-8"),
      limit: try arguments.limit(),
      folder: folder,
      showsSummary: arguments.has(showSummary),
      profile: arguments.value(trace) == nil ? nil : Profile()
    )
    var code = ExitCode.success
    let files = Array(arguments.positionals.dropFirst())
    for (file, report) in zip(files, RunNames.reports(of: files)) {
      do throws(DictumError) {
        try job.analyse(file, report)
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
  let pipeline: Pipeline
  let writer: ReportWriter
  let encoding: TextEncoding
  let limit: Int
  let folder: String?
  let showsSummary: Bool
  let profile: Profile?

  func analyse(_ file: String, _ report: String) throws(DictumError) {
    let bytes = try FileInput.read(file == "-" ? "/dev/stdin" : file, limit: limit)
    let name = RunNames.stem(of: file)
    var document = Document(id: name, text: try encoding.decode(bytes), metadata: Metadata(source: file))
    let id = document.id
    try pipeline.run(
      &document,
      observe: profile.map { profile in
        { profile.note($0, document: id, from: $1, to: $2) }
      }
    )
    if let folder {
      try FileOutput.replace("\(folder)/\(report).json", with: writer.report(on: document))
    } else if !showsSummary {
      try FileOutput.write(writer.report(on: document), to: session.output, name: "standard output")
    }
    if showsSummary { try session.write(Summary(document, style: .terminal(session.output)).text) }
  }
}
