package import DictumKit

/// RSS, RDF and Atom: each entry an article, with its full text where the feed has it, else its summary.
package enum FeedFile: ArticleFormat {
  package static let name = "feed"
  package static func holdsMany(_ start: FileStart) -> Bool { true }

  package static func recognises(_ start: FileStart) -> Bool {
    ["rss", "feed", "rdf"].contains(start.rootElement ?? "")
  }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    try MarkupDocument.parse(bytes, name, reading) { root throws(DictumError) in
      let channel = root.first("channel") ?? root
      let entries = root.descendants.filter { $0.isElement && ($0.name == "item" || $0.name == "entry") }
      guard !entries.isEmpty else { throw DictumError(.emptyArticle, "\(reading.key): a feed without entries") }
      let site = channel.child("title")?.text.collapsed
      let language = channel.child("language")?.text.collapsed ?? root.attribute("lang")
      return entries.map { .document(document($0, site, language, reading)) }
    }
  }

  private static func document(_ entry: MarkupNode, _ site: String?, _ language: String?, _ reading: Reading)
    -> Document
  {
    var metadata = Metadata()
    metadata.title = entry.child("title").map { PlainHTML.text($0.text).collapsed }
    metadata.site = site
    metadata.language = language
    let date = entry.child("pubDate") ?? entry.child("published") ?? entry.child("date") ?? entry.child("updated")
    metadata.date = date.flatMap { DateText(language: "en").iso($0.text) ?? $0.text.collapsed }
    metadata.url = link(entry)
    metadata.author = (entry.child("creator") ?? entry.child("author"))
      .map { ($0.child("name") ?? $0).text.collapsed }
    // `content:encoded` of RSS, `content` of Atom; the summary is the last resort.
    let bodies = ["encoded", "content", "description", "summary"].compactMap { entry.child($0) }
    let text = bodies.lazy.map { PlainHTML.text($0.children.contains(where: \.isElement) ? $0.markup : $0.text) }
      .first { !$0.collapsed.isEmpty }
    var document = reading.document((text ?? "").paragraphsOfLines, metadata)
    if let id = (entry.child("guid") ?? entry.child("id"))?.text.collapsed, !id.isEmpty { document.id = id }
    return document
  }

  private static func link(_ entry: MarkupNode) -> String? {
    let links = entry.children.filter { $0.isElement && $0.name == "link" }
    let best = links.first { ($0.attribute("rel") ?? "alternate") == "alternate" } ?? links.first
    return (best?.attribute("href") ?? best?.text.collapsed).flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension MarkupNode {
  /// XHTML inside of XML as a piece of HTML: paragraphs only, which is what is read of it.
  fileprivate var markup: String {
    let parts = paragraphs(["p", "h2", "h3", "li"])
    return parts.isEmpty ? text : parts.asText
  }
}
