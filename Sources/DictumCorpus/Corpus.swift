public import DictumKit

/// The articles of a corpus, added one by one: who is in them across articles, who spoke most, and how the speakers stand
/// on what.
///
/// Kept on disk, so that memory grows with the number of different names only. A class because a database must be closed
/// once.
public final class Corpus {
  private let database: Database
  private let numbers: ArticleNumbers
  private let article: DatabaseStatement
  private let entities: EntityTables
  private let statements: StatementTables
  private let people: People

  /// The layers of a report that a corpus takes.
  public static var layers: [any Layer] { [LayerKey.mentions, LayerKey.entities, LayerKey.quotes, LayerKey.stances] }

  /// What `add` needs of a document, without its text and the rest.
  public static func findings(of document: Document) -> Document {
    var part = Document(id: document.id, text: SourceText(""))
    part[.mentions] = document[.mentions]
    part[.entities] = document[.entities]
    part[.quotes] = document[.quotes]
    part[.stances] = document[.stances]
    return part
  }

  /// A corpus in a temporary file of `folder`, gone when it is no longer used.
  ///
  /// - Parameter people: who is known beforehand.
  /// - Throws: `outputFailed`.
  public init(temporaryIn folder: String, people: People = People()) throws(DictumError) {
    self.people = people
    database = try Database(temporaryIn: folder, label: "the corpus")
    try database.run(ArticleNumbers.schema + EntityTables.schema + StatementTables.schema + "BEGIN;")
    numbers = try ArticleNumbers(database)
    article = try database.prepare("INSERT INTO articles VALUES(?, ?)")
    entities = try EntityTables(database)
    statements = try StatementTables(database)
  }

  /// Adds an analysed article under an id that no other has.
  ///
  /// - Throws: `outputFailed`.
  public func add(_ document: Document, id: String) throws(DictumError) {
    let number = try numbers.number(of: id)
    try article.run(.integer(number), .text(id))
    try entities.add(document, article: number)
    try statements.add(document, article: number)
  }

  /// Joins the entities of the articles added so far; what is asked below is as of then.
  ///
  /// - Throws: `outputFailed`, `icuFailed`.
  public func link() throws(DictumError) { try EntityLinking(database, people: people).run() }

  /// The corpus's entities, those in most articles first; only from `articles` articles on.
  ///
  /// - Throws: `outputFailed`.
  public func entities(inAtLeast articles: Int = 1) throws(DictumError) -> [CorpusEntity] {
    let aliases = try database.prepare(
      "SELECT alias FROM corpus_aliases WHERE corpus_entity = ? ORDER BY articles DESC, alias"
    )
    let rows = try database.prepare(
      """
      SELECT corpus_entity, type, name, articles, certainty, wikidata FROM corpus_entities WHERE articles >= ?
      ORDER BY articles DESC, corpus_entity
      """
    )
    try rows.bind([.integer(articles)])
    var found: [CorpusEntity] = []
    while try rows.step() {
      try aliases.bind([.text(rows.text(0))])
      var others: [String] = []
      while try aliases.step() { others.append(aliases.text(0)) }
      found.append(
        CorpusEntity(
          id: rows.text(0),
          type: EntityType(rawValue: rows.text(1)) ?? .misc,
          name: rows.text(2),
          aliases: others,
          articles: rows.integer(3),
          certainty: rows.real(4),
          wikidata: rows.optionalText(5)
        )
      )
    }
    return found
  }

  /// What the entities of an article are in the corpus, by their ids in its report. Entities without a name of their own
  /// (“a spokesperson”), days and sums of money are left out.
  ///
  /// - Throws: `outputFailed`.
  public func links(of id: String) throws(DictumError) -> [String: CorpusLink] {
    let rows = try database.prepare(
      "SELECT entity, corpus_entity, certainty FROM entities WHERE article = ? AND corpus_entity IS NOT NULL"
    )
    try rows.bind([.integer(try numbers.number(of: id))])
    var links: [String: CorpusLink] = [:]
    while try rows.step() { links[rows.text(0)] = CorpusLink(entity: rows.text(1), certainty: rows.real(2)) }
    return links
  }

  /// Who spoke most, and how the speakers stand on what.
  ///
  /// - Parameter failed: articles that could not be analysed.
  /// - Throws: `outputFailed`.
  public func summary(failed: Int) throws(DictumError) -> CorpusSummary {
    try SummaryQuery(database).summary(failed: failed)
  }
}
