package import DictumKit

/// NewsML-G2: an item, or a message with several; its text as XHTML, NITF or plain text inside.
package enum NewsMLFile: ArticleFormat {
  package static let name = "NewsML-G2"
  package static func holdsMany(_ start: FileStart) -> Bool { true }

  package static func recognises(_ start: FileStart) -> Bool {
    ["newsitem", "newsmessage", "packageitem"].contains(start.rootElement ?? "")
  }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    try MarkupDocument.parse(bytes, name, reading) { root throws(DictumError) in
      let items = root.descendants.filter { $0.isElement && $0.name == "newsItem" }
      guard !items.isEmpty else { throw DictumError(.emptyArticle, "\(reading.key): it holds no news item") }
      return items.map { .document(document($0, reading)) }
    }
  }

  private static func document(_ item: MarkupNode, _ reading: Reading) -> Document {
    var metadata = Metadata()
    let about = item.first("contentMeta")
    metadata.title = (about?.first("headline") ?? item.first("headline"))?.text.collapsed
    metadata.author =
      about?.first("by")?.text.collapsed.droppingBy ?? about?.first("creator")?.first("name")?.text.collapsed
    metadata.date =
      (item.first("contentCreated") ?? item.first("firstCreated") ?? item.first("versionCreated"))?.text.collapsed
    metadata.language = about?.first("language")?.attribute("tag")
    metadata.site = item.first("provider")?.first("name")?.text.collapsed
    let content = item.first("contentSet")
    var document: Document
    if let nitf = content?.first("nitf") {
      document = NITFFile.document(nitf, reading)
      metadata.title = metadata.title ?? document.metadata.title
    } else if let body = content?.first("body") {
      document = reading.document(body.paragraphs(["p", "h2", "h3", "li"]).asText)
    } else {
      document = reading.document((content?.first("inlineData")?.text ?? "").paragraphsOfLines)
    }
    document.metadata = metadata
    if let id = item.attribute("guid") { document.id = id }
    return document
  }
}

extension String {
  /// A byline without its first word.
  var droppingBy: String { lowercased().hasPrefix("by ") ? String(dropFirst(3)) : self }

  /// A text whose paragraphs blank lines part, each in one line.
  var paragraphsOfLines: String {
    var paragraphs: [[Substring]] = [[]]
    for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ").collapsed }.asText
  }
}
