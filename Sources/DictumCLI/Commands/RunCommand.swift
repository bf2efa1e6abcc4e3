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
  static let options = [trace, out, encoding, format, showSummary, .models]
  static let discussion = """
    Each FILE is one plain-text article; `-` is standard input. A file that cannot be analysed is reported and the
    others are done all the same.

      dictum run Pipelines/news.yaml article.txt > article.json
      dictum run Pipelines/news.yaml articles/*.txt --out reports --summary
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard let path = arguments.positionals.first, arguments.positionals.count > 1 else {
      throw DictumError(.usage, "run needs a pipeline and at least one file", notes: ["see `dictum help run`"])
    }
    let layout = try layout(arguments.value(format))
    let plan = try session.plan(path)
    let resources = Resources(folders: arguments.value(.models).map { [$0] } ?? [])
    let pipeline = try Pipeline(plan, resources: resources)
    let folder = arguments.value(out)
    if let folder { try FileOutput.makeFolder(folder) }
    let job = Job(
      session: session,
      pipeline: pipeline,
      writer: ReportWriter(run: session.description(of: pipeline), options: plan.report, layout: layout),
      encoding: TextEncoding(option: arguments.value(encoding) ?? "utf-8"),
      folder: folder,
      showsSummary: arguments.has(showSummary),
      profile: arguments.value(trace) == nil ? nil : Profile()
    )
    var code = ExitCode.success
    for file in arguments.positionals.dropFirst() {
      do throws(DictumError) {
        try job.analyse(file)
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
  let folder: String?
  let showsSummary: Bool
  let profile: Profile?

  func analyse(_ file: String) throws(DictumError) {
    let bytes = file == "-" ? try FileInput.read("/dev/stdin") : try FileInput.read(file)
    let name = file == "-" ? "stdin" : Self.stem(of: file)
    var document = Document(id: name, text: try encoding.decode(bytes), metadata: Metadata(source: file))
    let id = document.id
    try pipeline.run(
      &document,
      observe: profile.map { profile in
        { profile.note($0, document: id, from: $1, to: $2) }
      }
    )
    if let folder {
      try FileOutput.replace("\(folder)/\(name).json", with: writer.report(on: document))
    } else if !showsSummary {
      try FileOutput.write(writer.report(on: document), to: session.output, name: "standard output")
    }
    if showsSummary { try session.write(Summary(document, style: .terminal(session.output)).text) }
  }

  /// The file's name without its folders and its last extension.
  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}

extension DictumError {
  /// The same error, saying which file it is about.
  fileprivate func named(_ file: String) -> DictumError {
    DictumError(
      diagnostics.map { diagnostic in
        guard diagnostic.location == nil, !diagnostic.message.contains(file) else { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.message = "\(file): \(diagnostic.message)"
        return diagnostic
      }
    )
  }
}
