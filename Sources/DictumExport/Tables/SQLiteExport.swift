public import DictumCorpus
public import DictumKit
import DictumRuntime
import DictumSystem

/// What an export did.
public struct ExportCounts: Sendable, Equatable {
  /// Reports whose articles were not in the tables, or with other content.
  public internal(set) var added = 0
  public internal(set) var changed = 0
  /// Reports that were there already.
  public internal(set) var kept = 0
  /// Reports that cannot be read.
  public internal(set) var unreadable = 0
  /// Articles that have an error record instead of a report.
  public internal(set) var failed = 0

  public var reports: Int { added + changed + kept }
}

/// Puts the reports of a folder into the tables of a SQLite file.
///
/// Articles go in in transactions, a few hundred at a time, so that a run that is cut off leaves a sound file, and the next
/// one goes on from there: an article whose report has the digest that is in the file is passed over.
///
/// A class because a database must be closed once.
public final class SQLiteExport {
  private static let transaction = 500
  private let database: Database
  private let numbers: ArticleNumbers
  private let rows: ArticleRows

  /// Opens or makes a file.
  ///
  /// - Throws: `outputFailed`, `foreignTables` when the file holds something else.
  public init(_ path: String) throws(DictumError) {
    let database = try Database(path)
    let version = try database.count("PRAGMA user_version")
    let isEmpty = try database.count("SELECT count(*) FROM sqlite_master") == 0
    guard isEmpty || version == ExportSchema.version else {
      throw DictumError(.foreignTables, "\(path): not an export of this version of Dictum")
    }
    try database.run("PRAGMA cache_size = -64000;")
    if isEmpty { try database.transaction { () throws(DictumError) in try database.run(ExportSchema.sql) } }
    self.database = database
    numbers = try ArticleNumbers(database)
    rows = try ArticleRows(database)
  }

  /// Adds the reports of a folder that are not in the file, and joins the entities across all articles in it.
  ///
  /// - Parameters:
  ///   - jobs: how many threads read reports.
  ///   - report: hears of the reports that cannot be read, and how many are done.
  /// - Throws: `outputFailed`, `icuFailed`.
  public func add(
    _ folder: ReportFolder,
    people: People,
    jobs: Int,
    isStopped: () -> Bool = { false },
    report: (DictumError) -> Void
  ) throws(DictumError) -> ExportCounts {
    var counts = ExportCounts()
    let known = try digests()
    let reader = ReportReader()
    // In the order of their numbers every table grows at its end; else each transaction would write all over the file.
    let ordered = folder.reports.map { (number: ArticleNumbers.hash($0.id), place: $0) }
      .sorted { $0.number < $1.number }
    var places = ordered.map(\.place)[...]
    var pending: [ReadReport] = []
    var failures = folder.failures
    try OrderedWorkers(jobs: jobs).run {
      isStopped() ? nil : places.popFirst()
    } work: { place in
      reader.read(place, known: known[place.id])
    } take: { (outcome) throws(DictumError) in
      switch outcome {
      case .known: counts.kept += 1
      case .failure(let failure): failures.append(failure)
      case .unreadable(let error):
        counts.unreadable += 1
        report(error)
      case .report(let read):
        if known[read.id] == nil { counts.added += 1 } else { counts.changed += 1 }
        pending.append(read)
        if pending.count == Self.transaction {
          try write(pending, known)
          pending = []
        }
      }
    }
    try write(pending, known)
    try write(failures)
    counts.failed = failures.count
    try link(people)
    return counts
  }

  private func digests() throws(DictumError) -> [String: String] {
    var known: [String: String] = [:]
    let statement = try database.prepare("SELECT id, digest FROM articles")
    while try statement.step() { known[statement.text(0)] = statement.text(1) }
    return known
  }

  private func write(_ reports: [ReadReport], _ known: [String: String]) throws(DictumError) {
    try database.transaction { () throws(DictumError) in
      for report in reports {
        let number = try numbers.number(of: report.id)
        if known[report.id] != nil { try rows.remove(number) }
        try rows.add(report, number)
      }
    }
  }

  private func write(_ failures: [ReportFolder.Failure]) throws(DictumError) {
    try database.transaction { () throws(DictumError) in
      let insert = try database.prepare("INSERT OR REPLACE INTO failures VALUES(?, ?, ?, ?)")
      for failure in failures {
        try insert.run(.text(failure.id), .text(failure.code), .optional(failure.stage), .text(failure.message))
      }
      try database.run("DELETE FROM failures WHERE id IN (SELECT id FROM articles)")
    }
  }

  private func link(_ people: People) throws(DictumError) {
    try database.transaction { () throws(DictumError) in try EntityLinking(database, people: people).run() }
    try database.run("PRAGMA optimize")
  }

  /// Writes each table as a CSV file of a folder.
  ///
  /// - Throws: `outputFailed`.
  public func writeCSV(to folder: String) throws(DictumError) {
    try FileOutput.makeFolder(folder)
    for table in ExportSchema.tables { try CSVTable(database, table).write(to: "\(folder)/\(table).csv") }
  }
}
