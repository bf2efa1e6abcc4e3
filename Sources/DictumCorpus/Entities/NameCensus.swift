import DictumKit

/// A name that articles' entities bear, with what they are.
struct NamedForm: Hashable {
  let type: EntityType
  let name: String
}

/// Which names there are in a corpus, in how many articles, and which stand beside which in one entity.
struct NameCensus {
  /// Days and sums of money are not joined: “Monday” in two articles need not be one day.
  static let joined: [EntityType] = EntityType.ofNames.filter { $0 != .date && $0 != .money }

  /// Articles with an entity of that name.
  private(set) var articles: [NamedForm: Int] = [:]
  /// Articles whose entity of that name bears the alias, too.
  private(set) var aliases: [NamedForm: [(alias: String, articles: Int)]] = [:]
  let articleCount: Int

  /// - Throws: `outputFailed`.
  init(_ database: Database) throws(DictumError) {
    articleCount = try database.count("SELECT count(DISTINCT article) FROM entities")
    let names = try database.prepare(
      "SELECT type, name, count(DISTINCT article) FROM entities WHERE named GROUP BY type, name"
    )
    while try names.step() {
      if let form = Self.form(names) { articles[form] = names.integer(2) }
    }
    let others = try database.prepare(
      """
      SELECT type, name, alias, count(DISTINCT article) FROM entities JOIN aliases USING(article, entity)
      WHERE named GROUP BY type, name, alias ORDER BY type, name, alias
      """
    )
    while try others.step() {
      if let form = Self.form(others) { aliases[form, default: []].append((others.text(2), others.integer(3))) }
    }
  }

  private static func form(_ row: DatabaseStatement) -> NamedForm? {
    guard let type = EntityType(rawValue: row.text(0)), joined.contains(type) else { return nil }
    return NamedForm(type: type, name: row.text(1))
  }

  /// The names of some types in a fixed order.
  func forms(where isWanted: (EntityType) -> Bool) -> [NamedForm] {
    articles.keys.filter { isWanted($0.type) }.sorted { ($0.name, $0.type.rawValue) < ($1.name, $1.type.rawValue) }
  }
}
