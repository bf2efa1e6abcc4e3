package import DictumKit

/// Joins the entities of articles into those of the corpus, over tables of `EntityTables`.
///
/// The order of the articles does not matter. Memory grows with the number of different names only.
package struct EntityLinking {
  private let database: Database
  private let people: People

  /// - Parameter people: who is known beforehand; wins over everything else.
  package init(_ database: Database, people: People = People()) {
    self.database = database
    self.people = people
  }

  /// Fills `corpus_entity` and `certainty` of the entities, and the tables of corpus entities anew.
  ///
  /// - Throws: `outputFailed`, `icuFailed`.
  package func run() throws(DictumError) {
    try database.run("CREATE INDEX IF NOT EXISTS entities_by_name ON entities(type, name)")
    let census = try NameCensus(database)
    let company = try Company(database, articleCount: census.articleCount)
    let folding = try NameFolding()
    let words = NameWords()
    var resolution = Resolution()
    let persons = PersonLinking(census: census, company: company, words: words, folding: folding)
    let things = ThingLinking(census: census, company: company, words: words, folding: folding)
    PeopleLinking(people: people, census: census, persons: persons, things: things).link(&resolution)
    try persons.link(&resolution)
    try things.link(&resolution)
    try write(resolution)
    try gather(resolution)
  }

  private func write(_ resolution: Resolution) throws(DictumError) {
    try database.run(
      """
      CREATE TEMP TABLE resolution(
        type TEXT, name TEXT, corpus_entity TEXT, certainty REAL, PRIMARY KEY(type, name)) WITHOUT ROWID;
      CREATE TEMP TABLE single(
        type TEXT, name TEXT, article INTEGER, corpus_entity TEXT, certainty REAL, PRIMARY KEY(type, name, article)
        ) WITHOUT ROWID;
      """
    )
    let byName = try database.prepare("INSERT INTO resolution VALUES(?, ?, ?, ?)")
    for (form, link) in resolution.forms {
      try byName.run(.text(form.type.rawValue), .text(form.name), .text(link.entity), .real(link.certainty))
    }
    let byArticle = try database.prepare("INSERT OR REPLACE INTO single VALUES(?, ?, ?, ?, ?)")
    for (form, article, link) in resolution.single {
      try byArticle.run(
        .text(form.type.rawValue),
        .text(form.name),
        .integer(article),
        .text(link.entity),
        .real(link.certainty)
      )
    }
    try database.run(
      """
      UPDATE entities SET corpus_entity = found.corpus_entity, certainty = found.certainty
        FROM resolution AS found WHERE found.type = entities.type AND found.name = entities.name AND named
          AND entities.corpus_entity IS NOT found.corpus_entity;
      UPDATE entities SET corpus_entity = found.corpus_entity, certainty = found.certainty
        FROM single AS found WHERE found.type = entities.type AND found.name = entities.name AND named
          AND found.article = entities.article AND entities.corpus_entity IS NOT found.corpus_entity;
      DROP TABLE resolution;
      DROP TABLE single;
      """
    )
  }

  private func gather(_ resolution: Resolution) throws(DictumError) {
    try database.run(
      """
      DELETE FROM corpus_entities;
      DELETE FROM corpus_aliases;
      CREATE INDEX IF NOT EXISTS entities_by_corpus_entity ON entities(corpus_entity) WHERE corpus_entity IS NOT NULL;
      INSERT INTO corpus_aliases
        SELECT corpus_entity, alias, count(DISTINCT article) FROM (
          SELECT corpus_entity, name AS alias, article FROM entities WHERE corpus_entity IS NOT NULL UNION ALL
          SELECT corpus_entity, alias, article FROM entities JOIN aliases USING(article, entity)
            WHERE corpus_entity IS NOT NULL) GROUP BY corpus_entity, alias;
      INSERT INTO corpus_entities
        SELECT corpus_entity, type, '', sum(articles), sum(articles * certainty) / sum(articles), NULL FROM (
          SELECT corpus_entity, type, count(DISTINCT article) AS articles, avg(certainty) AS certainty FROM entities
            WHERE corpus_entity IS NOT NULL GROUP BY corpus_entity, type ORDER BY articles DESC, type)
        GROUP BY corpus_entity;
      """
    )
    let name = try database.prepare("UPDATE corpus_entities SET name = ?, wikidata = ? WHERE corpus_entity = ?")
    for (id, identity) in resolution.identities.sorted(by: { $0.key < $1.key }) {
      try name.run(.text(identity.name), .optional(identity.wikidata), .text(id))
    }
    try database.run(
      """
      DELETE FROM corpus_aliases WHERE EXISTS (
        SELECT 1 FROM corpus_entities AS known
        WHERE known.corpus_entity = corpus_aliases.corpus_entity AND known.name = corpus_aliases.alias)
      """
    )
  }
}
