import DictumBatch
import DictumCorpus
import DictumKit
import DictumPages
import DictumReports
import DictumRuntime
import DictumServer
import DictumSystem
import Glibc

/// `dictum serve`: the desk.
enum ServeCommand: Command {
  static let name = "serve"
  static let summary = "Serve a desk on this machine: paste an article, browse a corpus, analyse for programs."
  static let operands = "PIPELINE"
  static let corpus = Option("--corpus", "FOLDER", "A folder of reports, or a site of `dictum view`, to browse.")
  static let port = Option("--port", "N", "Where to listen (8420).")
  static let address = Option("--address", "IP", "Whom to listen to (127.0.0.1: this machine alone).")
  static let host = Option("--host", "NAME", "Another name under which clients may call.")
  static let limit = Option("--limit", "MB", "The largest request in megabytes (10).")
  static let queue = Option("--queue", "N", "Requests that may wait (32); more are answered 503.")
  static let patience = Option(
    "--timeout",
    "SECONDS",
    "How long a request may take to arrive, and how long it may wait (30)."
  )
  static let options = [corpus, port, address, host, limit, queue, patience, .people, .jobs, .models]
  static let discussion = """
    Open http://localhost:8420/ and paste or drop an article. For programs: POST /analyse (an article as JSON or text, or
    JSON lines, which are answered line by line), POST /page, GET /health, GET /openapi.json. Models are loaded once.
    Only this machine can connect unless `--address` says otherwise. Ctrl-C lets what is under way finish.

      dictum serve Pipelines/news.yaml --corpus reports
      curl -s localhost:8420/analyse -H 'Content-Type: application/json' -d '{"text": "“We won,” Ann Lee said."}'
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    guard arguments.positionals.count == 1 else {
      throw DictumError(.usage, "serve needs one pipeline", notes: ["see `dictum help serve`"])
    }
    let options = try serverOptions(arguments)
    let plan = try session.plan(arguments.positionals[0])
    let pipeline = try Pipeline(plan, resources: Resources(folders: arguments.value(.models).map { [$0] } ?? []))
    let site = try arguments.value(corpus).map { folder throws(DictumError) in
      try ServedCorpus(folder, arguments, session)
    }
    defer { site?.remove() }
    var reports = RunOptions()
    reports.layout = .ndjson
    let run = Run(pipeline, options: reports)
    let desk = Desk(
      pipeline,
      reader: run.json,
      writer: run.writer,
      corpus: site?.path,
      options: options
    )
    let server = Server(desk, options: options)
    Interruption.watch()
    let port = try server.start()
    let name = options.address == "127.0.0.1" ? "localhost" : options.address
    try session.print("serving \(plan.name) on http://\(name):\(port)/")
    while !Interruption.isRequested { usleep(100_000) }
    server.stop()
    return .success
  }

  private static func serverOptions(_ arguments: Arguments) throws(DictumError) -> ServerOptions {
    var options = ServerOptions()
    if let port = try arguments.count(port) {
      guard let number = UInt16(exactly: port) else { throw DictumError(.usage, "`--port` takes at most 65535") }
      options.port = number
    }
    if let address = arguments.value(address) { options.address = address }
    if let host = arguments.value(host) { options.hosts = [host] }
    if let limit = try arguments.count(limit) { options.limit = min(limit, 1_000) * 1_000_000 }
    if let queue = try arguments.count(queue) { options.queue = queue }
    if let seconds = try arguments.count(patience) { options.patience = Double(seconds) }
    options.jobs = try arguments.count(.jobs) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    return options
  }
}

/// The site that is browsed: one that is there, or one made of reports for as long as the server runs.
private struct ServedCorpus {
  let path: String
  private let isOwn: Bool

  init(_ folder: String, _ arguments: Arguments, _ session: Session) throws(DictumError) {
    if access("\(folder)/index.html", R_OK) == 0 {
      (path, isOwn) = (folder, false)
      return
    }
    // Of the user’s choosing, else a folder that outlasts memory: a corpus may be larger than /tmp holds.
    var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp")/dictum-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw DictumError(.outputFailed, "no folder for the site: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    isOwn = true
    var options = CorpusSite.Options(name: folder.split(separator: "/").last.map(String.init) ?? folder)
    options.people = try arguments.people()
    options.jobs = try arguments.count(.jobs) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let result = try CorpusSite(ReportFolder(folder), out: path, options: options).write { session.complain($0) }
    guard result.articles > 0 else {
      remove()
      throw DictumError(.invalidDocument, "\(folder): no report with its text was found")
    }
  }

  /// Removes a site that was made for the server.
  func remove() {
    guard isOwn else { return }
    Self.remove(path)
  }

  private static func remove(_ folder: String) {
    for entry in Folder.entries(folder) ?? [] {
      let path = "\(folder)/\(entry.name)"
      if entry.isFolder { remove(path) } else { unlink(path) }
    }
    rmdir(folder)
  }
}
