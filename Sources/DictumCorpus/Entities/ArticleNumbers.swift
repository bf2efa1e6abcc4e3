import DictumHash
package import DictumKit

/// The table of articles, and the numbers under which the other tables refer to them.
///
/// A number is a hash of the article's id, so that it is the same in every run and tables of several runs join; it has 48
/// bits, which every program that reads JSON holds exactly.
package struct ArticleNumbers {
  package static let schema = """
    CREATE TABLE IF NOT EXISTS articles(article INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
    """

  private let idOf: DatabaseStatement

  /// - Throws: `outputFailed`.
  package init(_ database: Database) throws(DictumError) {
    idOf = try database.prepare("SELECT id FROM articles WHERE article = ?")
  }

  /// The number that an article has unless another one has it already.
  package static func hash(_ id: String) -> Int {
    var hash = StableHash()
    hash.combine(id)
    return Int(hash.hexadecimal.prefix(12), radix: 16) ?? 0
  }

  /// The number of an article that is in the table or will be put there.
  ///
  /// - Throws: `outputFailed`.
  package func number(of id: String) throws(DictumError) -> Int {
    var number = Self.hash(id)
    while let known = try idOf.first(.integer(number), read: { $0.text(0) }), known != id { number += 1 }
    return number
  }
}
