import DictumCorpus
import DictumKit

/// Writes the rows of an article, and takes them away again.
struct ArticleRows {
  private let article: DatabaseStatement
  private let sentence: DatabaseStatement
  private let token: DatabaseStatement
  private let mention: DatabaseStatement
  private let sentiment: DatabaseStatement
  private let entities: EntityTables
  private let statements: StatementRows
  private let positions: StatementTables
  private let removals: [DatabaseStatement]

  init(_ database: Database) throws(DictumError) {
    article = try database.prepare("INSERT INTO articles VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    sentence = try database.prepare("INSERT OR IGNORE INTO sentences VALUES(?, ?, ?, ?, ?)")
    token = try database.prepare("INSERT OR IGNORE INTO tokens VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    mention = try database.prepare("INSERT OR IGNORE INTO mentions VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)")
    sentiment = try database.prepare("INSERT OR REPLACE INTO sentiments VALUES(?, ?, ?, ?, ?, ?)")
    entities = try EntityTables(database)
    statements = try StatementRows(database)
    positions = try StatementTables(database)
    var removals: [DatabaseStatement] = []
    for table in ExportSchema.perArticle {
      removals.append(try database.prepare("DELETE FROM \(table) WHERE article = ?"))
    }
    self.removals = removals
  }

  func remove(_ number: Int) throws(DictumError) {
    for removal in removals { try removal.run(.integer(number)) }
  }

  func add(_ report: ReadReport, _ number: Int) throws(DictumError) {
    let document = report.document
    let offsets = OffsetMap(document.text, unit: .unicodeScalar)
    let metadata = document.metadata
    let tokens = document[.tokens]
    try article.run(
      .integer(number),
      .text(report.id),
      .optional(metadata.title),
      .optional(metadata.date),
      .optional(metadata.date.flatMap { CalendarDay.of($0) }),
      .optional(metadata.url),
      .optional(metadata.source),
      .optional(metadata.language),
      .optional(metadata.author),
      .optional(metadata.site),
      .integer(tokens.isEmpty ? words(document.text) : tokens.count { $0.kind != .punctuation }),
      .utf8(document.text.bytes),
      .text(report.pipeline.name),
      .text(report.pipeline.hash),
      .text(report.digest)
    )
    for record in document[.sentences] {
      let (start, end) = offsets.bounds(record.span)
      try sentence.run(.integer(number), .text(record.id), start, end, .integer(record.paragraph))
    }
    try addTokens(document, offsets, number)
    try entities.add(document, article: number)
    for record in document[.mentions] {
      let (start, end) = offsets.bounds(record.span)
      try mention.run(
        .integer(number),
        .text(record.id),
        start,
        end,
        .text(document.text[record.span]),
        .text(record.type.rawValue),
        .text(record.form.rawValue),
        .optional(record.entity),
        .real(record.confidence)
      )
    }
    try statements.add(document, offsets, number)
    try positions.add(document, article: number, offsets: offsets)
    let quotes = Set(document[.quotes].map(\.id))
    for record in document[.sentiments] {
      let isSentence = record.of != "document" && !quotes.contains(record.of)
      try sentiment.run(
        .integer(number),
        .text(record.of),
        quotes.contains(record.of) ? .text(record.of) : .null,
        isSentence ? .text(record.of) : .null,
        .text(record.label.rawValue),
        .real(record.score)
      )
    }
  }

  private func addTokens(_ document: Document, _ offsets: OffsetMap, _ number: Int) throws(DictumError) {
    var sentences = document[.sentences][...]
    for (index, record) in document[.tokens].enumerated() {
      while let first = sentences.first, first.span.end <= record.span.start { sentences = sentences.dropFirst() }
      let within = sentences.first.flatMap { $0.span.start <= record.span.start ? $0.id : nil }
      let (start, end) = offsets.bounds(record.span)
      try token.run(
        .integer(number),
        .integer(index),
        .optional(within),
        start,
        end,
        .text(record.kind.rawValue),
        .optional(record.part?.rawValue),
        .optional(record.lemma),
        record.head.map { .integer($0) } ?? .null,
        .optional(record.relation?.rawValue)
      )
    }
  }

  /// Pieces between white space, where the report has no tokens.
  private func words(_ text: SourceText) -> Int {
    var count = 0
    var wasSpace = true
    for byte in text.bytes {
      let isSpace = byte <= 0x20
      if wasSpace && !isSpace { count += 1 }
      wasSpace = isSpace
    }
    return count
  }
}

extension OffsetMap {
  /// A span's ends in the unit of the map.
  func bounds(_ span: TextSpan) -> (DatabaseValue, DatabaseValue) {
    (.integer(offset(utf8: span.start)), .integer(offset(utf8: span.end)))
  }
}
