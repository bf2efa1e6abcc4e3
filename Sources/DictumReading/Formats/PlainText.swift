package import DictumKit

/// Plain text; an export of Nexis or the like is parted into its articles.
package enum PlainText: ArticleFormat {
  package static let name = "text"

  package static func recognises(_ start: FileStart) -> Bool { true }

  package static func holdsMany(_ start: FileStart) -> Bool { NewsExport.isLikely(start) }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    let repair = try TextRepair(bytes, encoding: reading.encoding, key: reading.key)
    if NewsExport.isLikely(FileStart(repair.text, name: reading.key)) {
      let lines = String(decoding: repair.text, as: UTF8.self)
        .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
      if let articles = NewsExport.articles(lines, reading) { return articles }
    }
    var document = Document(id: reading.key, text: try SourceText(validating: repair.text))
    document.diagnostics = repair.diagnostics
    return [.document(document)]
  }
}

/// CommonMark with front matter.
package enum MarkdownFile: ArticleFormat {
  package static let name = "Markdown"

  package static func recognises(_ start: FileStart) -> Bool { start.ending == "md" || start.ending == "markdown" }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    let repair = try TextRepair(bytes, encoding: reading.encoding, key: reading.key)
    let page = MarkdownText(repair.text)
    var document = Document(id: reading.key, text: try SourceText(validating: page.text), metadata: page.metadata)
    document.diagnostics = repair.diagnostics
    return [.document(document)]
  }
}
