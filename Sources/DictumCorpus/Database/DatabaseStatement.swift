import CSQLite
package import DictumKit

/// A value that is bound to a statement.
package enum DatabaseValue: Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  /// A text as UTF-8.
  case utf8([UInt8])

  /// A text, or null.
  package static func optional(_ text: String?) -> DatabaseValue { text.map { .text($0) } ?? .null }
}

/// A prepared statement.
///
/// A class because SQLite's handles must be closed once.
package final class DatabaseStatement {
  private let handle: OpaquePointer
  private let owner: Database

  init(_ handle: OpaquePointer, _ owner: Database) {
    self.handle = handle
    self.owner = owner
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs the statement for what it does.
  ///
  /// - Throws: `outputFailed`.
  package func run(_ values: DatabaseValue...) throws(DictumError) {
    try bind(values)
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE else { throw owner.error }
  }

  /// Begins anew with other values; `step` then gives the rows.
  ///
  /// - Throws: `outputFailed`.
  package func bind(_ values: [DatabaseValue]) throws(DictumError) {
    sqlite3_reset(handle)
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let code =
        switch value {
        case .null: sqlite3_bind_null(handle, place)
        case .integer(let number): sqlite3_bind_int64(handle, place, Int64(number))
        case .real(let number): sqlite3_bind_double(handle, place, number)
        case .text(var text): text.withUTF8 { Self.bind($0, place, handle) }
        case .utf8(let bytes): bytes.withUnsafeBufferPointer { Self.bind($0, place, handle) }
        }
      guard code == SQLITE_OK else { throw owner.error }
    }
  }

  private static func bind(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int32, _ handle: OpaquePointer) -> Int32 {
    guard let start = bytes.baseAddress else { return sqlite3_bind_text(handle, place, "", 0, csqlite_transient) }
    return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      sqlite3_bind_text(handle, place, $0, Int32(bytes.count), csqlite_transient)
    }
  }

  /// Goes to the next row; false after the last one.
  ///
  /// - Throws: `outputFailed`.
  package func step() throws(DictumError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default: throw owner.error
    }
  }

  /// What `read` takes from the first row; nil without one. The rest of the rows is given up.
  ///
  /// - Throws: `outputFailed`.
  package func first<Result>(
    _ values: DatabaseValue...,
    read: (DatabaseStatement) -> Result
  ) throws(DictumError) -> Result? {
    try bind(values)
    defer { sqlite3_reset(handle) }
    return try step() ? read(self) : nil
  }

  package var columnCount: Int32 { sqlite3_column_count(handle) }
  package func name(_ column: Int32) -> String { sqlite3_column_name(handle, column).map { String(cString: $0) } ?? "" }
  package func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
  package func isText(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_TEXT }
  package func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }
  package func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }
  package func text(_ column: Int32) -> String { String(decoding: utf8(column), as: UTF8.self) }
  package func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// A column as UTF-8, numbers as SQLite writes them.
  package func utf8(_ column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_text(handle, column) else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }
}
