import DictumKit

/// The names that stand beside a name in its articles: what tells namesakes apart, and joins those that are one.
struct Company {
  /// As many articles tell whose company somebody keeps.
  static let enough = 400
  private let articlesOf: DatabaseStatement
  private let namesIn: DatabaseStatement
  /// Names in more articles than this say nothing of one story.
  private let rare: Int
  private let spread: DatabaseStatement

  /// - Throws: `outputFailed`.
  init(_ database: Database, articleCount: Int) throws(DictumError) {
    rare = max(4, articleCount / 50)
    articlesOf = try database.prepare(
      "SELECT DISTINCT article FROM entities WHERE type = ? AND name = ? AND named ORDER BY article LIMIT ?"
    )
    namesIn = try database.prepare(
      "SELECT type, name FROM entities WHERE article = ? AND named AND type NOT IN ('date', 'money')"
    )
    spread = try database.prepare("SELECT count(*) FROM entities WHERE type = ? AND name = ?")
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
  func agree(_ left: Set<NamedForm>, _ right: Set<NamedForm>, besides own: Set<NamedForm>) throws(DictumError) -> Bool {
    var weight = 0
    for form in left.intersection(right).subtracting(own) {
      let articles = try spread.first(.text(form.type.rawValue), .text(form.name)) { $0.integer(0) } ?? 0
      if articles <= rare { weight += form.type == .location || form.type == .norp ? 1 : 2 }
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
