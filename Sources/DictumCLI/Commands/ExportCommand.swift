import DictumCorpus
import DictumExport
import DictumKit
import DictumSystem
import Glibc

/// `dictum export`: reports as tables, and in the formats of annotation tools.
enum ExportCommand: Command {
  static let name = "export"
  static let summary = "Turn reports into SQLite tables, CSV, CoNLL-U or brat files."
  static let operands = "FOLDER"
  static let sqlite = Option("--sqlite", "FILE", "Tables, views and full-text search; goes on.")
  static let csv = Option("--csv", "FOLDER", "The same tables, a CSV file each.")
  static let conll = Option("--conll", "FILE", "Tokens as CoNLL-U, with entities and quotes.")
  static let brat = Option("--brat", "FOLDER", "A text and an annotation file each, for brat.")
  static let quiet = Option("--quiet", "Show nothing but errors.")
  static let options = [sqlite, csv, conll, brat, .people, .jobs, quiet]
  static func usesPlugins(_ arguments: Arguments) -> Bool { false }
  static let discussion = """
    FOLDER is what `dictum batch` wrote, or any folder (or file) of reports as JSON or JSON lines. The entities of all
    articles are joined: one row for one person, with how sure that is; a file of your own wins over what is guessed:

      people:
        - name: Antony J. Blinken
          aliases: [Tony Blinken]
          wikidata: Q7821917

    The same command goes on with a SQLite file: articles whose report is in it already are passed over. Tables and
    views are described in Docs/export.md, what to ask of them in Docs/queries.md.

    exit codes: 0 all done · 1 some reports cannot be read, the others are done · 2 nothing was done

      dictum export reports --sqlite corpus.db
    """

  static func run(_ arguments: Arguments, in session: Session) throws(DictumError) -> ExitCode {
    let outputs = [sqlite, csv, conll, brat].filter { arguments.value($0) != nil }
    guard arguments.positionals.count == 1, !outputs.isEmpty else {
      throw DictumError(
        .usage,
        "export needs a folder of reports and at least one of --sqlite, --csv, --conll, --brat",
        notes: ["see `dictum help export`"]
      )
    }
    let people = try arguments.people()
    let jobs = try arguments.count(.jobs) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let folder = try ReportFolder(arguments.positionals[0])
    var code = ExitCode.success
    var lines: [String] = []
    // Each output reads the reports; what is amiss with one is said once.
    var named: Set<String> = []
    func complain(_ error: DictumError) {
      code = .someFailed
      if named.insert(error.description).inserted { session.complain(error) }
    }
    if arguments.value(sqlite) != nil || arguments.value(csv) != nil {
      let file = try TableFile(arguments.value(sqlite), csv: arguments.value(csv))
      defer { file.release() }
      let export = try SQLiteExport(file.path)
      let counts = try export.add(folder, people: people, jobs: jobs, report: complain)
      lines.append(describe(counts))
      if let csv = arguments.value(csv) { try export.writeCSV(to: csv) }
    }
    if let path = arguments.value(conll) {
      let count = try CoNLLExport.write(folder, to: path, jobs: jobs, report: complain)
      lines.append("\(path): \(count) articles")
    }
    if let path = arguments.value(brat) {
      let count = try BratExport.write(folder, to: path, jobs: jobs, report: complain)
      lines.append("\(path): \(count) articles")
    }
    if !arguments.has(quiet) { try session.print(lines.joined(separator: "\n")) }
    return code
  }

  private static func describe(_ counts: ExportCounts) -> String {
    var parts = ["\(counts.reports) reports: \(counts.added) new"]
    if counts.changed > 0 { parts.append("\(counts.changed) changed") }
    if counts.kept > 0 { parts.append("\(counts.kept) there already") }
    if counts.failed > 0 { parts.append("\(counts.failed) articles without one") }
    if counts.unreadable > 0 { parts.append("\(counts.unreadable) unreadable") }
    return parts.joined(separator: ", ")
  }
}

/// The SQLite file of an export: the user's, or one that is gone afterwards when only CSV is wanted.
private struct TableFile {
  let path: String
  private let isTemporary: Bool

  init(_ path: String?, csv: String?) throws(DictumError) {
    if let csv, path == nil { try FileOutput.makeFolder(csv) }
    isTemporary = path == nil
    self.path = path ?? "\(csv ?? ".")/.tables.\(getpid()).partial"
  }

  func release() {
    guard isTemporary else { return }
    unlink(path)
    unlink("\(path)-journal")
  }
}
