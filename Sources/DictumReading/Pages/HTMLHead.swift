import DictumKit

/// What a page says of itself: Open Graph and article properties, then the older ways.
struct HTMLHead {
  private(set) var metadata = Metadata()

  init(_ root: HTMLNode) {
    var named: [String: String] = [:]
    var pageTitle: String?
    metadata.language = root.attribute("lang") ?? root.attribute("xml:lang")
    for node in root.descendants where node.isElement {
      switch node.name {
      case "meta":
        guard let name = node.attribute("property") ?? node.attribute("name") ?? node.attribute("itemprop"),
          let content = node.attribute("content")
        else { continue }
        let key = name.lowercased()
        if named[key] == nil { named[key] = content }
      case "title": if pageTitle == nil { pageTitle = node.text }
      case "link": if node.attribute("rel")?.lowercased() == "canonical" { named["canonical"] = node.attribute("href") }
      case "time": if named["time"] == nil { named["time"] = node.attribute("datetime") }
      default: break
      }
    }
    func first(_ keys: String...) -> String? {
      keys.lazy.compactMap { named[$0] }.map { $0.collapsed }.first { !$0.isEmpty }
    }
    metadata.title = first("og:title", "headline") ?? pageTitle?.collapsed
    metadata.date = first("article:published_time", "datepublished", "date", "dc.date", "pubdate", "time")
    metadata.url = first("canonical", "og:url")
  }
}

extension String {
  /// Without white space at the ends, and one space for any inside.
  var collapsed: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }
      .joined(separator: " ")
  }
}
