import DictumKit

/// The names that stand beside a name in its articles: what tells namesakes apart, and joins those that are one.
struct Company {
  /// As many articles tell whose company somebody keeps.
  static let enough = 400
  private let articlesOf: DatabaseStatement
  private let namesIn: DatabaseStatement
  /// Names in so many articles that they say nothing of one story.
  private let common: Set<NamedForm>

  /// - Throws: `outputFailed`.
  init(_ database: Database, articleCount: Int) throws(DictumError) {
    articlesOf = try database.prepare(
      "SELECT DISTINCT article FROM entities WHERE type = ? AND name = ? AND named ORDER BY article LIMIT ?"
    )
    namesIn = try database.prepare(
      "SELECT type, name FROM entities WHERE article = ? AND named AND type NOT IN ('date', 'money')"
    )
    let frequent = try database.prepare("SELECT type, name FROM entities GROUP BY type, name HAVING count(*) > ?")
    try frequent.bind([.integer(max(4, articleCount / 50))])
    var common: Set<NamedForm> = []
    while try frequent.step() {
      if let type = EntityType(rawValue: frequent.text(0)) {
        common.insert(NamedForm(type: type, name: frequent.text(1)))
      }
    }
    self.common = common
  }

  /// The articles in which names of an entity stand.
  func articles(of forms: [NamedForm], limit: Int = Int.max) throws(DictumError) -> [Int] {
    var found: Set<Int> = []
    for form in forms {
      try articlesOf.bind([.text(form.type.rawValue), .text(form.name), .integer(limit)])
      while try articlesOf.step() { found.insert(articlesOf.integer(0)) }
    }
    return found.sorted()
  }

  /// The names in an article.
  func names(in article: Int) throws(DictumError) -> Set<NamedForm> {
    var found: Set<NamedForm> = []
    try namesIn.bind([.integer(article)])
    while try namesIn.step() {
      if let type = EntityType(rawValue: namesIn.text(0)) { found.insert(NamedForm(type: type, name: namesIn.text(1))) }
    }
    return found
  }

  /// Whether two sets of names share so much that their articles tell of the same things: somebody or a body that few
  /// articles name, or two such places.
  func agree(_ left: Set<NamedForm>, _ right: Set<NamedForm>, besides own: Set<NamedForm>) -> Bool {
    var weight = 0
    for form in left.intersection(right).subtracting(own) where !common.contains(form) {
      weight += form.type == .location || form.type == .norp ? 1 : 2
      if weight >= 2 { return true }
    }
    return false
  }

  /// All names in some articles.
  func names(in articles: [Int]) throws(DictumError) -> Set<NamedForm> {
    var found: Set<NamedForm> = []
    for article in articles { found.formUnion(try names(in: article)) }
    return found
  }
}
