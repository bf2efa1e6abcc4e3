package import DictumKit

/// ODT: the paragraphs, headings and list items of the text.
package enum OpenDocumentFile: ArticleFormat {
  package static let name = "ODT"

  package static func recognises(_ start: FileStart) -> Bool {
    start.isZip && (start.contains("application/vnd.oasis.opendocument.text") || start.ending == "odt")
  }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    let zip = try ZippedDocument(bytes, name, reading)
    let content = try zip.needed("content.xml", name, reading)
    var metadata = Metadata()
    if let meta = zip["meta.xml"] {
      metadata = try MarkupDocument.parse(meta, name, reading) { root throws(DictumError) in Metadata(about: root) }
    }
    let paragraphs = try MarkupDocument.parse(content, name, reading) { root throws(DictumError) in
      let body = root.first("body")?.first("text") ?? root
      return body.paragraphs(["p", "h"], without: ["note", "annotation", "tracked-changes", "table-of-content"])
    }
    return [.document(reading.document(paragraphs.asText, metadata))]
  }
}
