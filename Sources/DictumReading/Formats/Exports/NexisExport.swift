import DictumKit

/// Nexis Uni, Nexis Advance, Lexis+: title, source, day and copyright, then labels, `Body`, the text, `Classification`,
/// and `End of Document`.
enum NexisExport: ExportShape {
  static let signs = [["End of Document"], ["Length:", "words", "Body"]]

  private static let end = "End of Document"
  private static let labels = ["Section:", "Length:", "Byline:", "Highlight:", "Dateline:", "Series:", "Body"]
  private static let tails: Set<String> = ["Classification", "Graphic", "Notes", "Correction"]

  static func articles(_ lines: [String]) -> [ExportedArticle] {
    guard lines.contains(end) || lines.contains("Body") && lines.contains(where: { $0.hasPrefix("Length:") }) else {
      return []
    }
    let parts = lines.split(separator: end, omittingEmptySubsequences: false)
    var articles: [ExportedArticle] = []
    for (number, part) in parts.enumerated() {
      let isLast = number == parts.count - 1
      let lines = Array(part)
      if var article = article(lines) {
        article.isWhole = !isLast
        articles.append(article)
      } else if !isLast, lines.contains(where: { !$0.isEmpty }) {
        // Nothing is lost of an article whose head is of another kind.
        articles.append(ExportedArticle(lines: lines))
      } else if isLast {
        // Behind the last end stand page numbers, if anything.
        let rest = lines.filter { $0.utf8.count > 100 }
        if !rest.isEmpty { articles.append(ExportedArticle(lines: lines, isWhole: false)) }
      }
    }
    return articles.contains { $0.metadata.title != nil } ? articles : []
  }

  private static func article(_ lines: [String]) -> ExportedArticle? {
    guard let body = lines.firstIndex(of: "Body") else { return nil }
    let head = lines[..<body].lastIndex { $0.exportedDay != nil && !$0.hasPrefix("Load-Date") && !isLabelled($0) }
    guard let head else { return nil }
    var article = ExportedArticle()
    let above = lines[..<head].filter { !$0.isEmpty && !$0.isCopyright }
    article.metadata.date = lines[head].exportedDay
    article.metadata.site = above.last
    article.metadata.title = above.dropLast().last
    for line in lines[head..<body] {
      if let byline = line.after(label: "Byline:") { article.take(byline: byline) }
    }
    let rest = lines[(body + 1)...]
    let tail = rest.firstIndex { tails.contains($0) || $0.hasPrefix("Load-Date:") } ?? rest.endIndex
    article.lines = Array(rest[..<tail])
    for line in rest[tail...] {
      if let language = line.after(label: "Language:") { article.metadata.language = LanguageNames.tag(language) }
    }
    return article
  }

  private static func isLabelled(_ line: String) -> Bool { labels.contains { line.hasPrefix($0) } }
}
