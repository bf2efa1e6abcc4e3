package import DictumKit

/// Web pages, with or without an ending; XHTML.
package enum HTMLPage: ArticleFormat {
  package static let name = "HTML"

  private static let elements: Set<String> = [
    "html", "head", "body", "p", "div", "article", "main", "section", "h1", "h2", "meta", "title", "span", "table", "a",
    "br",
    "center", "script", "link", "b", "i", "ul", "ol", "blockquote", "header", "nav", "form", "font", "style",
    "noscript",
  ]

  package static func recognises(_ start: FileStart) -> Bool {
    if let root = start.rootElement { return elements.contains(root) }
    guard ["html", "htm", "xhtml", "php", "asp", "aspx", "jsp", "shtml"].contains(start.ending) else { return false }
    return !start.begins("%PDF") && !start.isZip
  }

  package static func holdsMany(_ start: FileStart) -> Bool { NewsExport.isLikely(start) }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    let repair = try TextRepair(
      bytes,
      encoding: reading.encoding,
      declared: DeclaredEncoding.name(bytes),
      key: reading.key
    )
    if NewsExport.isLikely(FileStart(repair.text, name: reading.key)) {
      let lines = PageParser.parse(repair.text) { PageTree($0).blocks.map(\.text) } ?? []
      if let articles = NewsExport.articles(lines, reading) { return articles }
    }
    let page = PageArticle(repair.text)
    var document = reading.document(page.text, page.metadata)
    document.diagnostics = repair.diagnostics
    return [.document(document)]
  }
}
