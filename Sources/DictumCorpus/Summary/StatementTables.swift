package import DictumKit

/// The tables of who said something, and of who takes which side on what: what the summary counts.
package struct StatementTables {
  package static let schema = """
    CREATE TABLE IF NOT EXISTS statement_speakers(
      article INTEGER NOT NULL, statement TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY(article, statement, entity)
      ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS positions(
      article INTEGER NOT NULL, position INTEGER NOT NULL, "of" TEXT NOT NULL, statement TEXT, sentence TEXT,
      target TEXT NOT NULL, target_entity TEXT, target_start INTEGER, target_end INTEGER, label TEXT NOT NULL,
      confidence REAL NOT NULL, PRIMARY KEY(article, position)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS position_holders(
      article INTEGER NOT NULL, position INTEGER NOT NULL, entity TEXT NOT NULL, PRIMARY KEY(article, position, entity)
      ) WITHOUT ROWID;
    """

  private let speaker: DatabaseStatement
  private let position: DatabaseStatement
  private let holder: DatabaseStatement

  /// - Throws: `outputFailed`.
  package init(_ database: Database) throws(DictumError) {
    speaker = try database.prepare("INSERT OR IGNORE INTO statement_speakers VALUES(?, ?, ?)")
    position = try database.prepare("INSERT OR IGNORE INTO positions VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    holder = try database.prepare("INSERT OR IGNORE INTO position_holders VALUES(?, ?, ?)")
  }

  /// Adds a document's speakers and positions; offsets in Unicode scalars.
  ///
  /// - Throws: `outputFailed`.
  package func add(_ document: Document, article: Int, offsets: OffsetMap? = nil) throws(DictumError) {
    let quotes = Set(document[.quotes].map(\.id))
    for quote in document[.quotes] {
      for entity in quote.speakers { try speaker.run(.integer(article), .text(quote.id), .text(entity)) }
    }
    for (number, stance) in document[.stances].enumerated() {
      let place = offsets.flatMap { map in
        stance.target.span.map { (map.offset(utf8: $0.start), map.offset(utf8: $0.end)) }
      }
      let isStatement = quotes.contains(stance.of)
      try position.run(
        .integer(article),
        .integer(number),
        .text(stance.of),
        isStatement ? .text(stance.of) : .null,
        isStatement ? .null : .text(stance.of),
        .text(stance.target.text),
        .optional(stance.target.entity),
        place.map { .integer($0.0) } ?? .null,
        place.map { .integer($0.1) } ?? .null,
        .text(stance.label.rawValue),
        .real((stance.confidence * 10_000).rounded() / 10_000)
      )
      for entity in stance.holders { try holder.run(.integer(article), .integer(number), .text(entity)) }
    }
  }
}
