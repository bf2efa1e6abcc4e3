import DictumKit

/// LexisNexis of before 2020: `1 of 100 DOCUMENTS`, source, day, title, labels in capitals, the text, and more labels.
enum LexisNexisExport: ExportShape {
  static let signs = [[" DOCUMENTS", "LENGTH:"]]

  private static let heads = ["BYLINE:", "SECTION:", "LENGTH:", "DATELINE:", "HIGHLIGHT:", "SERIES:", "TYPE:", "BODY:"]
  private static let tails = [
    "URL:", "LOAD-DATE:", "LANGUAGE:", "GRAPHIC:", "PUBLICATION-TYPE:", "JOURNAL-CODE:", "CORRECTION:", "NOTES:",
    "SUBJECT:", "COMPANY:", "ORGANIZATION:", "PERSON:", "GEOGRAPHIC:", "DOCUMENT-TYPE:", "CORRECTION-DATE:",
  ]

  static func articles(_ lines: [String]) -> [ExportedArticle] {
    let starts = lines.indices.filter { isStart(lines[$0]) }
    guard !starts.isEmpty else { return [] }
    let ends = starts.dropFirst() + [lines.endIndex]
    return zip(starts, ends).map { article(Array(lines[($0 + 1)..<$1])) }
  }

  /// `3 of 100 DOCUMENTS`
  private static func isStart(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return words.count == 4 && words[1].lowercased() == "of" && words[3] == "DOCUMENTS" && Int(words[0]) != nil
      && Int(words[2]) != nil
  }

  private static func article(_ lines: [String]) -> ExportedArticle {
    var article = ExportedArticle()
    let firstLabel = lines.firstIndex(where: { label($0, heads) != nil || $0.hasPrefix("HEADLINE:") }) ?? 0
    let head = lines[..<firstLabel].filter { !$0.isEmpty && !$0.isCopyright }
    let day = head.firstIndex { $0.exportedDay != nil }
    article.metadata.date = day.flatMap { head[$0].exportedDay }
    article.metadata.site = head.first
    // Editions stand in lines below the day's, in lower case as titles are: the last line is the title.
    if let day, day + 1 < head.count { article.metadata.title = head.last }
    var index = firstLabel
    while index < lines.count {
      let line = lines[index]
      if let title = line.after(label: "HEADLINE:") {
        article.metadata.title = title
      } else if let byline = line.after(label: "BYLINE:") {
        article.take(byline: byline)
      } else if label(line, heads) == nil, !line.isEmpty {
        break
      }
      index += 1
    }
    let rest = lines[index...]
    let tail = rest.firstIndex { label($0, tails) != nil } ?? rest.endIndex
    article.lines = Array(rest[..<tail])
    for line in rest[tail...] {
      if let url = line.after(label: "URL:") { article.metadata.url = url }
      if let language = line.after(label: "LANGUAGE:") { article.metadata.language = LanguageNames.tag(language) }
    }
    // Every article ends with its labels; one that was cut off has none.
    article.isWhole = tail < rest.endIndex || rest.contains(where: \.isCopyright)
    while article.lines.last.map({ $0.isEmpty || $0.isCopyright }) ?? false { article.lines.removeLast() }
    return article
  }

  private static func label(_ line: String, _ labels: [String]) -> String? { labels.first { line.hasPrefix($0) } }
}
