import DictumCorpus
import DictumKit
import Glibc

/// A table as a CSV file (RFC 4180) in UTF-8: a head with the columns' names, rows ended by a line feed.
///
/// A null is an empty cell, an empty text `""`. A text that a spreadsheet would take for a formula gets an apostrophe in
/// front, as OWASP advises.
struct CSVTable {
  private static let block = 1 << 20
  private let database: Database
  private let table: String

  init(_ database: Database, _ table: String) {
    self.database = database
    self.table = table
  }

  /// Writes the file as a whole: beside its place, then by renaming.
  func write(to path: String) throws(DictumError) {
    let file = try PartialFile(path)
    let rows = try database.prepare("SELECT * FROM \(table)")
    var text = Array((0..<rows.columnCount).map { rows.name($0) }.joined(separator: ",").utf8) + [UInt8(ascii: "\n")]
    while try rows.step() {
      for column in 0..<rows.columnCount {
        if column > 0 { text.append(UInt8(ascii: ",")) }
        guard !rows.isNull(column) else { continue }
        Self.append(rows.utf8(column), isText: rows.isText(column), to: &text)
      }
      text.append(UInt8(ascii: "\n"))
      if text.count > Self.block {
        try file.write(text)
        text.removeAll(keepingCapacity: true)
      }
    }
    try file.write(text)
    try file.finish()
  }

  /// Appends a cell.
  static func append(_ cell: [UInt8], isText: Bool, to text: inout [UInt8]) {
    let isFormula = isText && startsFormula(cell)
    let quote = UInt8(ascii: "\"")
    let needsQuotes =
      isText && (cell.isEmpty || isFormula || cell.contains { [quote, UInt8(ascii: ","), 0x0A, 0x0D].contains($0) })
    guard needsQuotes else {
      text += cell
      return
    }
    text.append(quote)
    if isFormula { text.append(UInt8(ascii: "'")) }
    for byte in cell {
      if byte == quote { text.append(quote) }
      text.append(byte)
    }
    text.append(quote)
  }

  /// Signs that begin a formula, full-width ones as well, and white space that may hide one.
  private static func startsFormula(_ cell: [UInt8]) -> Bool {
    guard let first = cell.first else { return false }
    if "=+-@\t\r\n".utf8.contains(first) { return true }
    return ["＝", "＋", "－", "＠"].contains { cell.starts(with: $0.utf8) }
  }
}
