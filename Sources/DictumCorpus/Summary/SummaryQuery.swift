import DictumKit

/// Asks the tables of a corpus what its summary says.
struct SummaryQuery {
  /// How many articles a position names as its evidence.
  private static let evidence = 5
  private let database: Database

  /// - Throws: `outputFailed`.
  init(_ database: Database) throws(DictumError) {
    self.database = database
    try database.run(CorpusViews.schema)
    try database.run(
      """
      DROP TABLE IF EXISTS temp.standing;
      CREATE TEMP TABLE standing AS
        SELECT holder_entity, holder, target_entity, target, label, confidence, stands.article, "of", id FROM stands
        JOIN articles USING(article);
      CREATE INDEX temp.standing_by_pair ON standing(holder_entity, coalesce(target_entity, target));
      """
    )
  }

  func summary(failed: Int) throws(DictumError) -> CorpusSummary {
    var summary = CorpusSummary()
    summary.articles = try database.count("SELECT count(*) FROM articles")
    summary.failed = failed
    summary.unnamed = try database.count(
      """
      SELECT count(DISTINCT article || ' ' || statement) FROM statement_speakers
      WHERE (article, statement) NOT IN (SELECT article, statement FROM said)
      """
    )
    summary.speakerCount = try database.count("SELECT count(*) FROM speakers")
    summary.positionCount = try database.count(
      "SELECT count(*) FROM (SELECT 1 FROM standing GROUP BY holder_entity, coalesce(target_entity, target))"
    )
    let speakers = try database.prepare(
      """
      SELECT corpus_entity, speaker, statements, articles FROM speakers
      ORDER BY statements DESC, corpus_entity LIMIT \(CorpusSummary.speakerLimit)
      """
    )
    while try speakers.step() {
      var speaker = CorpusSummary.Speaker()
      speaker.id = speakers.text(0)
      speaker.name = speakers.text(1)
      speaker.statements = speakers.integer(2)
      speaker.articles = speakers.integer(3)
      summary.speakers.append(speaker)
    }
    try addPositions(&summary)
    return summary
  }

  private func addPositions(_ summary: inout CorpusSummary) throws(DictumError) {
    let positions = try database.prepare(
      """
      SELECT holder_entity, holder, target_entity, target,
        sum(label = 'favor') AS favor, sum(label = 'against') AS against, sum(label = 'neutral') AS neutral,
        sum(CAST(round(confidence * 10000) AS INTEGER)), count(DISTINCT article)
      FROM standing GROUP BY holder_entity, coalesce(target_entity, target)
      ORDER BY favor + against DESC, neutral DESC, holder_entity, coalesce(target_entity, target)
      LIMIT \(CorpusSummary.positionLimit)
      """
    )
    let sources = try database.prepare(
      """
      SELECT id, "of" FROM standing WHERE holder_entity = ? AND coalesce(target_entity, target) = ?
      ORDER BY id, rowid
      """
    )
    while try positions.step() {
      var cell = CorpusSummary.Cell()
      cell.speaker = positions.text(1)
      cell.target = positions.text(3)
      cell.speakerID = positions.text(0)
      cell.targetID = positions.optionalText(2)
      cell.favor = positions.integer(4)
      cell.against = positions.integer(5)
      cell.neutral = positions.integer(6)
      // Added up in ten-thousandths, as reports give them, so that the order does not matter.
      cell.confidence = Double(positions.integer(7)) / Double(max(1, cell.favor + cell.against + cell.neutral) * 10_000)
      cell.articles = positions.integer(8)
      try sources.bind([.text(cell.speakerID), .text(cell.targetID ?? cell.target)])
      cell.evidence = try evidence(sources)
      summary.positions.append(cell)
    }
  }

  private func evidence(_ rows: DatabaseStatement) throws(DictumError) -> [CorpusSummary.Evidence] {
    var found: [CorpusSummary.Evidence] = []
    while try rows.step() {
      let (article, quote) = (rows.text(0), rows.text(1))
      if found.last?.article != article {
        if found.count == Self.evidence { return found }
        var new = CorpusSummary.Evidence()
        new.article = article
        found.append(new)
      }
      if found[found.count - 1].quotes.last != quote { found[found.count - 1].quotes.append(quote) }
    }
    return found
  }
}
