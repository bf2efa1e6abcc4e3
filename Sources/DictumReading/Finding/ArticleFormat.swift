/// How an article lies in a file, told by the file's ending.
public enum ArticleFormat: Sendable {
  case text, markdown, html
  /// One article as a JSON object.
  case json
  /// A JSON object a line.
  case jsonLines

  /// The format of a file name, and whether it is compressed; nil for files that are no articles.
  static func of(_ name: String) -> (format: ArticleFormat, isCompressed: Bool)? {
    var parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String($0)?.lowercased() ?? "" }
    let isCompressed = parts.count > 2 && parts.last == "gz"
    if isCompressed { parts.removeLast() }
    guard parts.count > 1, let ending = parts.last else { return nil }
    let format: ArticleFormat
    switch ending {
    case "txt", "text": format = .text
    case "md", "markdown": format = .markdown
    case "html", "htm", "xhtml": format = .html
    case "json": format = .json
    case "jsonl", "ndjson": format = .jsonLines
    default: return nil
    }
    return (format, isCompressed)
  }
}

/// A file that a batch reads.
public struct ArticleFile: Sendable {
  /// The path below the searched folder, parts separated by `/`.
  public let path: String
  public let format: ArticleFormat
  public let isCompressed: Bool
  /// In bytes, as it lies on the disk.
  public let size: Int
}
