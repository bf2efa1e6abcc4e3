import CSQLite
import DictumKit

/// Adds up what articles say, on disk, so that memory does not grow with the corpus.
///
/// A class because SQLite's handles must be closed once.
final class CorpusTally {
  /// How many articles a position names as its evidence.
  private static let evidence = 5
  private let database: Database
  private let addSpeaker: Database.Statement
  private let addPosition: Database.Statement

  /// A tally in a temporary database in `folder`.
  ///
  /// - Throws: `outputFailed`.
  init(folder: String) throws(DictumError) {
    database = try Database(temporaryIn: folder)
    try database.run(
      """
      CREATE TABLE speakers(name TEXT PRIMARY KEY, statements INTEGER, articles INTEGER) WITHOUT ROWID;
      CREATE TABLE positions(
        speaker TEXT, target TEXT, favor INTEGER, against INTEGER, neutral INTEGER, confidence INTEGER, articles INTEGER,
        evidence TEXT, PRIMARY KEY(speaker, target)) WITHOUT ROWID;
      BEGIN;
      """
    )
    addSpeaker = try database.prepare(
      """
      INSERT INTO speakers VALUES(?, ?, 1) ON CONFLICT DO UPDATE SET
        statements = statements + excluded.statements, articles = articles + 1
      """
    )
    addPosition = try database.prepare(
      """
      INSERT INTO positions VALUES(?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT DO UPDATE SET
        favor = favor + excluded.favor, against = against + excluded.against, neutral = neutral + excluded.neutral,
        confidence = confidence + excluded.confidence, articles = articles + 1,
        evidence = CASE WHEN articles < \(Self.evidence) THEN evidence || char(10) || excluded.evidence ELSE evidence END
      """
    )
  }

  /// A tally, or none and a warning.
  static func inFolder(_ folder: String, or report: (BatchEvent) -> Void) -> CorpusTally? {
    do throws(DictumError) {
      return try CorpusTally(folder: folder)
    } catch {
      report(.warning(error))
      return nil
    }
  }

  /// Adds an article.
  ///
  /// - Throws: `outputFailed`.
  func add(_ rows: CorpusRows, article: String) throws(DictumError) {
    for speaker in rows.speakers { try addSpeaker.run(.text(speaker.name), .integer(speaker.statements)) }
    for cell in rows.positions {
      try addPosition.run(
        .text(cell.speaker),
        .text(cell.target),
        .integer(cell.favor),
        .integer(cell.against),
        .integer(cell.neutral),
        .integer(cell.confidence),
        .text("\(article)\t\(cell.quotes.joined(separator: " "))")
      )
    }
  }

  /// The sums.
  ///
  /// - Throws: `outputFailed`.
  func summary(_ progress: BatchProgress) throws(DictumError) -> CorpusSummary {
    var summary = CorpusSummary(articles: progress.analysed + progress.kept, failed: progress.failed)
    summary.speakerCount = try database.count("SELECT count(*) FROM speakers")
    summary.positionCount = try database.count("SELECT count(*) FROM positions")
    let speakers = try database.prepare(
      "SELECT name, statements, articles FROM speakers ORDER BY statements DESC, name LIMIT \(CorpusSummary.speakerLimit)"
    )
    while try speakers.step() {
      summary.speakers.append(
        CorpusSummary.Speaker(
          name: speakers.text(0),
          statements: speakers.integer(1),
          articles: speakers.integer(2)
        )
      )
    }
    let positions = try database.prepare(
      """
      SELECT speaker, target, favor, against, neutral, confidence, articles, evidence FROM positions
      ORDER BY favor + against DESC, neutral DESC, speaker, target LIMIT \(CorpusSummary.positionLimit)
      """
    )
    while try positions.step() {
      var cell = CorpusSummary.Cell(speaker: positions.text(0), target: positions.text(1))
      cell.favor = positions.integer(2)
      cell.against = positions.integer(3)
      cell.neutral = positions.integer(4)
      cell.confidence = Double(positions.integer(5)) / Double(max(1, cell.favor + cell.against + cell.neutral) * 10_000)
      cell.articles = positions.integer(6)
      cell.evidence = positions.text(7).split(separator: "\n").map { line in
        let parts = line.split(separator: "\t", maxSplits: 1)
        return CorpusSummary.Evidence(
          article: parts.first.map(String.init) ?? "",
          quotes: parts.count > 1 ? parts[1].split(separator: " ").map(String.init) : []
        )
      }
      summary.positions.append(cell)
    }
    return summary
  }
}
