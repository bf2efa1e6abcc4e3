package import DictumKit

/// NITF, the agencies' XML of before NewsML.
package enum NITFFile: ArticleFormat {
  package static let name = "NITF"

  package static func recognises(_ start: FileStart) -> Bool { start.rootElement == "nitf" }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    try MarkupDocument.parse(bytes, name, reading) { root throws(DictumError) in [.document(document(root, reading))] }
  }

  /// An article; also the one inside NewsML.
  static func document(_ root: MarkupNode, _ reading: Reading) -> Document {
    var metadata = Metadata()
    let body = root.first("body") ?? root
    metadata.title = (body.first("hl1") ?? body.first("headline") ?? root.first("title"))?.text.collapsed
    metadata.author = body.first("byline").map { PageByline.name($0.text) }.flatMap { $0.isEmpty ? nil : $0 }
    let date =
      root.first("date.issue")?.attribute("norm") ?? root.first("story.date")?.attribute("norm")
      ?? root.first("pubdata")?.attribute("date.publication")
    metadata.date = date.flatMap { DateText(language: "en").iso($0) }
    metadata.site = root.first("pubdata")?.attribute("name")
    metadata.url = root.first("pubdata")?.attribute("ex-ref")
    let content = body.first("body.content") ?? body
    let paragraphs = content.paragraphs(["p", "hl2", "li"], without: ["media", "table", "note"])
    return reading.document(paragraphs.asText, metadata)
  }
}
