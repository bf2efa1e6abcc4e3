package import DictumKit

/// CSV and TSV: a row an article, its text in the column that `--fields` names or that is called like a text. What
/// MediaCloud and other databases export.
package enum TableFile: ArticleFormat {
  package static let name = "CSV"
  package static func holdsMany(_ start: FileStart) -> Bool { true }

  package static func recognises(_ start: FileStart) -> Bool {
    ["csv", "tsv", "tab"].contains(start.ending) && !start.bytes.contains(0)
  }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    let repair = try TextRepair(bytes, encoding: reading.encoding, key: reading.key)
    let rows = try TableRows.read(repair.text, reading)
    guard let head = rows.first, rows.count > 1 else {
      throw DictumError(.emptyArticle, "\(reading.key): a table without rows")
    }
    let columns = TableColumns(head, reading.fields)
    guard let textColumn = columns.text ?? columns.longest(rows.dropFirst().prefix(20)) else {
      throw DictumError(
        .invalidDocument,
        "\(reading.key): no column of the table holds texts; its columns are \(head.joined(separator: ", "))",
        notes: ["name the one with `--fields text=COLUMN`"]
      )
    }
    return rows.dropFirst().map { row in
      guard row.count == head.count else {
        let error = DictumError(.damagedFile, "\(reading.key): a row with \(row.count) fields instead of \(head.count)")
        return .fault(error)
      }
      var document = document(row, columns, textColumn, reading)
      document.diagnostics = repair.diagnostics
      return .document(document)
    }
  }

  private static func document(_ row: [String], _ columns: TableColumns, _ text: Int, _ reading: Reading) -> Document {
    func value(_ column: Int?) -> String? { column.map { row[$0] }.flatMap { $0.isEmpty ? nil : $0 } }
    var metadata = Metadata()
    metadata.title = value(columns.title)
    metadata.date = value(columns.date).map { DateText(language: "en").iso($0) ?? $0 }
    metadata.url = value(columns.url)
    metadata.language = value(columns.language)
    metadata.author = value(columns.author)
    metadata.site = value(columns.site)
    let text = row[text]
    var document = reading.document(PlainHTML.isMarkup(text) ? PlainHTML.text(text) : text, metadata)
    if let id = value(columns.id) { document.id = id }
    return document
  }
}
