import DictumCorpus
import DictumKit

/// Writes the rows of an article's statements: what was said, where it stands, and in which sentences.
struct StatementRows {
  private let statement: DatabaseStatement
  private let span: DatabaseStatement
  private let sentence: DatabaseStatement

  init(_ database: Database) throws(DictumError) {
    statement = try database.prepare(
      """
      INSERT OR IGNORE INTO statements(
        article, statement, kind, certainty, "start", "end", text, source, cue, confidence, "by")
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    span = try database.prepare("INSERT OR IGNORE INTO statement_spans VALUES(?, ?, ?, ?, ?, ?)")
    sentence = try database.prepare("INSERT OR IGNORE INTO statement_sentences VALUES(?, ?, ?)")
  }

  func add(_ document: Document, _ offsets: OffsetMap, _ article: Int) throws(DictumError) {
    func text(_ parts: [TextPart]) -> String { parts.map { document.text[$0.span] }.joined(separator: " … ") }
    for quote in document[.quotes] {
      let extent = quote.extent.map { offsets.bounds($0) }
      try statement.run(
        .integer(article),
        .text(quote.id),
        .text(quote.kind.rawValue),
        .text(quote.certainty.rawValue),
        extent?.0 ?? .null,
        extent?.1 ?? .null,
        .text(text(quote.spans)),
        .text(text(quote.source)),
        .text(text(quote.cue)),
        .real(quote.confidence),
        .text(quote.by)
      )
      for (role, parts) in [("content", quote.spans), ("source", quote.source), ("cue", quote.cue)] {
        for (number, part) in parts.enumerated() {
          let (start, end) = offsets.bounds(part.span)
          try span.run(.integer(article), .text(quote.id), .text(role), .integer(number), start, end)
        }
      }
      for id in quote.sentences { try sentence.run(.integer(article), .text(quote.id), .text(id)) }
    }
  }
}
