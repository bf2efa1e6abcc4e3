import CSQLite
package import DictumKit
import Glibc

/// A SQLite database.
///
/// A class because SQLite's handles must be closed once.
package final class Database {
  private let handle: OpaquePointer?
  private let label: String

  /// Opens or makes a database in a file.
  ///
  /// - Throws: `outputFailed`.
  package convenience init(_ path: String) throws(DictumError) {
    try self.init(path, label: path)
    // Another program may be reading, such as Datasette.
    sqlite3_busy_timeout(handle, 10_000)
  }

  /// Opens a database in a file of `folder` that has no name any more: no journal, a small cache, gone when closed.
  ///
  /// - Parameter label: what messages call it.
  /// - Throws: `outputFailed`.
  package convenience init(temporaryIn folder: String, label: String) throws(DictumError) {
    let path = "\(folder)/.corpus.partial"
    // One batch at a time works in a folder: what lies there was left by one that was cut off, or is a link.
    unlink(path)
    try self.init(path, label: label)
    try run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000; PRAGMA temp_store = FILE;")
    // Makes the file before its name goes.
    try run("PRAGMA user_version = 1;")
    unlink(path)
  }

  private init(_ path: String, label: String) throws(DictumError) {
    self.label = label
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
    self.handle = handle
    guard code == SQLITE_OK else { throw error }
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that have no values and no rows.
  ///
  /// - Throws: `outputFailed`.
  package func run(_ sql: String) throws(DictumError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error }
  }

  /// Runs `body` so that either all it writes is there or nothing.
  ///
  /// - Throws: what `body` throws, `outputFailed`.
  package func transaction<Result>(_ body: () throws(DictumError) -> Result) throws(DictumError) -> Result {
    try run("BEGIN IMMEDIATE")
    do throws(DictumError) {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // The first error is the one to report; SQLite may have rolled back already.
      try? run("ROLLBACK")
      throw error
    }
  }

  /// Prepares a statement; values are bound to its `?` in their order.
  ///
  /// - Throws: `outputFailed`.
  package func prepare(_ sql: String) throws(DictumError) -> DatabaseStatement {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else { throw error }
    return DatabaseStatement(statement, self)
  }

  /// The number that a query gives.
  ///
  /// - Throws: `outputFailed`.
  package func count(_ sql: String, _ values: DatabaseValue...) throws(DictumError) -> Int {
    let statement = try prepare(sql)
    try statement.bind(values)
    return try statement.step() ? statement.integer(0) : 0
  }

  var error: DictumError { DictumError(.outputFailed, "\(label): \(String(cString: sqlite3_errmsg(handle)))") }
}
