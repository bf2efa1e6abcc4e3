package import DictumKit

/// DOCX: the paragraphs of the body and its tables; headers, footers, notes, pictures and deleted text stay out.
package enum WordFile: ArticleFormat {
  package static let name = "DOCX"

  package static func recognises(_ start: FileStart) -> Bool {
    start.isZip && (start.contains("word/document.xml") || start.ending == "docx" || start.contains("word/"))
  }

  /// An export of a news database is a Word file like any other from outside.
  package static func holdsMany(_ start: FileStart) -> Bool { true }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    let zip = try ZippedDocument(bytes, name, reading)
    let body = try zip.needed("word/document.xml", name, reading)
    var metadata = Metadata()
    if let core = zip["docProps/core.xml"] {
      metadata = try MarkupDocument.parse(core, name, reading) { root throws(DictumError) in Metadata(about: root) }
      // A library that signs where nobody else has.
      if metadata.author == "python-docx" { metadata.author = nil }
    }
    let paragraphs = try MarkupDocument.parse(body, name, reading) { root throws(DictumError) in
      root.descendants.filter { $0.isElement && $0.name == "p" }.map { text(of: $0) }
    }
    if let articles = NewsExport.articles(paragraphs, reading) { return articles }
    return [.document(reading.document(paragraphs.filter { !$0.isEmpty }.asText, metadata))]
  }

  /// The runs of a paragraph; a paragraph in a text box inside of it is one of its own.
  private static func text(of paragraph: MarkupNode) -> String {
    var text = ""
    func walk(_ node: MarkupNode, _ depth: Int) {
      guard depth < 100 else { return }
      for child in node.children where child.isElement {
        switch child.name {
        case "t": text += child.text
        case "tab", "br", "cr": text += " "
        case "noBreakHyphen": text += "-"
        case "p", "del", "instrText", "moveFrom", "drawing", "pict": break
        default: walk(child, depth + 1)
        }
      }
    }
    walk(paragraph, 0)
    return text.collapsed
  }
}
