package import DictumKit

/// EPUB: its chapters in the order of the spine, as one document.
package enum EPUBFile: ArticleFormat {
  package static let name = "EPUB"

  package static func recognises(_ start: FileStart) -> Bool {
    start.isZip && (start.contains("application/epub+zip") || start.ending == "epub")
  }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    let zip = try ZippedDocument(bytes, name, reading)
    let container = try zip.needed("META-INF/container.xml", name, reading)
    let path = try MarkupDocument.parse(container, name, reading) { root throws(DictumError) in
      root.first("rootfile")?.attribute("full-path")
    }
    guard let path else { throw reading.damaged(name, "it names no package") }
    let (metadata, chapters) = try package(try zip.needed(path, name, reading), path, reading)
    var text: [String] = []
    for chapter in chapters {
      let page = try zip.needed(chapter, name, reading)
      text +=
        PageParser.parse(page) { root in
          PageTree(root.first("body") ?? root).blocks.map(\.text)
        } ?? []
    }
    return [.document(reading.document(text.asText, metadata))]
  }

  private static func package(
    _ bytes: [UInt8],
    _ path: String,
    _ reading: Reading
  ) throws(DictumError) -> (Metadata, [String]) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return try MarkupDocument.parse(bytes, name, reading) { root throws(DictumError) in
      let metadata = root.child("metadata").map { Metadata(about: $0) } ?? Metadata()
      var places: [String: String] = [:]
      for item in root.child("manifest")?.children.filter(\.isElement) ?? [] {
        // The table of contents and the title page repeat what the chapters say.
        let properties = item.attribute("properties") ?? ""
        if let id = item.attribute("id"), let place = item.attribute("href"), !properties.contains("nav") {
          places[id] = folder + place
        }
      }
      let spine = root.child("spine")?.children.filter { $0.isElement && $0.attribute("linear") != "no" } ?? []
      return (metadata, spine.compactMap { $0.attribute("idref").flatMap { places[$0] } })
    }
  }
}
