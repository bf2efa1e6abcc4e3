/// The names under which JSON articles carry what Dictum reads.
public struct ArticleFields: Sendable, Equatable {
  public var id = "id"
  public var text = "text"
  public var title = "title"
  public var date = "date"
  public var url = "url"
  public var language = "language"
  public var author = "author"
  public var site = "site"

  /// The report's own names.
  public init() {}

  /// What may be renamed.
  public static let names = ["id", "text", "title", "date", "url", "language", "author", "site"]

  /// Renames one; false when there is no such field.
  public mutating func rename(_ field: String, to name: String) -> Bool {
    switch field {
    case "id": id = name
    case "text": text = name
    case "title": title = name
    case "date": date = name
    case "url": url = name
    case "language": language = name
    case "author": author = name
    case "site": site = name
    default: return false
    }
    return true
  }
}
