package import DictumKit

/// The tables that hold each article's entities and their names, the ground on which they are joined across articles.
package struct EntityTables {
  /// `article` is the number that `ArticleNumber` gives; `corpus_entity` and `certainty` are filled by `EntityLinking`.
  package static let schema = """
    CREATE TABLE IF NOT EXISTS entities(
      article INTEGER NOT NULL, entity TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, named INTEGER NOT NULL,
      mentions INTEGER NOT NULL, corpus_entity TEXT, certainty REAL, PRIMARY KEY(article, entity)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS aliases(
      article INTEGER NOT NULL, entity TEXT NOT NULL, alias TEXT NOT NULL, PRIMARY KEY(article, entity, alias)
      ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS corpus_entities(
      corpus_entity TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, articles INTEGER NOT NULL,
      certainty REAL NOT NULL, wikidata TEXT) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS corpus_aliases(
      corpus_entity TEXT NOT NULL, alias TEXT NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY(corpus_entity, alias)
      ) WITHOUT ROWID;
    """

  private let entity: DatabaseStatement
  private let alias: DatabaseStatement

  /// - Throws: `outputFailed`.
  package init(_ database: Database) throws(DictumError) {
    entity = try database.prepare("INSERT OR IGNORE INTO entities VALUES(?, ?, ?, ?, ?, ?, NULL, NULL)")
    alias = try database.prepare("INSERT OR IGNORE INTO aliases VALUES(?, ?, ?)")
  }

  /// Adds a document's entities.
  ///
  /// - Throws: `outputFailed`.
  package func add(_ document: Document, article: Int) throws(DictumError) {
    let named = Set(document[.mentions].lazy.filter { $0.form == .name }.compactMap(\.entity))
    for record in document[.entities] {
      try entity.run(
        .integer(article),
        .text(record.id),
        .text(record.type.rawValue),
        .text(record.name),
        .integer(named.contains(record.id) ? 1 : 0),
        .integer(record.mentions.count)
      )
      for name in record.aliases { try alias.run(.integer(article), .text(record.id), .text(name)) }
    }
  }
}
