import CSQLite
import DictumKit
import Glibc

/// A temporary SQLite database: no journal, a small cache, gone when closed.
final class Database {
  /// A value that is bound to a statement.
  enum Value {
    case text(String), integer(Int)
  }

  /// A prepared statement.
  final class Statement {
    private let handle: OpaquePointer
    private let owner: Database

    fileprivate init(_ handle: OpaquePointer, _ owner: Database) {
      self.handle = handle
      self.owner = owner
    }

    deinit { sqlite3_finalize(handle) }

    /// Runs the statement for what it does.
    func run(_ values: Value...) throws(DictumError) {
      for (index, value) in values.enumerated() {
        let place = Int32(index + 1)
        switch value {
        case .integer(let number): sqlite3_bind_int64(handle, place, Int64(number))
        case .text(let text): sqlite3_bind_text(handle, place, text, -1, csqlite_transient)
        }
      }
      let code = sqlite3_step(handle)
      sqlite3_reset(handle)
      guard code == SQLITE_DONE else { throw owner.error }
    }

    /// Goes to the next row; false after the last one.
    func step() throws(DictumError) -> Bool {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: return true
      case SQLITE_DONE: return false
      default: throw owner.error
      }
    }

    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }
    func text(_ column: Int32) -> String { sqlite3_column_text(handle, column).map { String(cString: $0) } ?? "" }
  }

  private let handle: OpaquePointer?

  /// Opens a database in a file of `folder` that has no name any more, so that nothing is left behind.
  ///
  /// - Throws: `outputFailed`.
  init(temporaryIn folder: String) throws(DictumError) {
    let path = "\(folder)/.tally.\(getpid()).partial"
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    self.handle = handle
    guard code == SQLITE_OK else { throw error }
    try run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000; PRAGMA temp_store = FILE;")
    // Makes the file before its name goes.
    try run("PRAGMA user_version = 1;")
    unlink(path)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that have no values and no rows.
  func run(_ sql: String) throws(DictumError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error }
  }

  func prepare(_ sql: String) throws(DictumError) -> Statement {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else { throw error }
    return Statement(statement, self)
  }

  /// The number that a query gives.
  func count(_ sql: String) throws(DictumError) -> Int {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : 0
  }

  private var error: DictumError {
    DictumError(.outputFailed, "the corpus summary: \(String(cString: sqlite3_errmsg(handle)))")
  }
}
