package import DictumKit

/// TEI, in which archives and corpora keep newspapers.
package enum TEIFile: ArticleFormat {
  package static let name = "TEI"

  package static func recognises(_ start: FileStart) -> Bool { ["tei", "teicorpus"].contains(start.rootElement ?? "") }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    try MarkupDocument.parse(bytes, name, reading) { root throws(DictumError) in
      var metadata = Metadata()
      let header = root.first("teiHeader")
      metadata.title = header?.first("titleStmt")?.first("title")?.text.collapsed
      metadata.author = header?.first("titleStmt")?.first("author")?.text.collapsed
      metadata.site = header?.first("publicationStmt")?.first("publisher")?.text.collapsed
      let date = header?.first("date")
      metadata.date = (date?.attribute("when") ?? date?.text).flatMap { DateText(language: "en").iso($0) }
      metadata.language = root.attribute("lang") ?? header?.first("language")?.attribute("ident")
      let body = root.first("text")?.first("body") ?? root.first("text") ?? root
      let paragraphs = body.paragraphs(["p", "head", "l", "ab", "item"], without: ["note", "figure", "teiHeader"])
      return [.document(reading.document(paragraphs.asText, metadata))]
    }
  }
}
