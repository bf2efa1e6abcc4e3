import DictumJSON
import DictumKit

/// What a page says of its article as JSON-LD (schema.org).
struct PageData {
  private(set) var headline: String?
  private(set) var date: String?
  private(set) var author: String?
  private(set) var site: String?
  private(set) var url: String?
  private(set) var language: String?
  private(set) var body: String?

  /// Adds what a script says, where nothing is known yet.
  mutating func take(_ script: String) {
    // Line breaks inside of strings are no JSON, and frequent.
    let bytes = script.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    if !read(bytes) { _ = read(Self.withoutLooseCommas(bytes)) }
  }

  private mutating func read(_ json: [UInt8]) -> Bool {
    var found = self
    let isJSON: Void? = try? JSONValue.parse(json) { (root) throws(DictumError) in found.search(root, depth: 0) }
    self = found
    return isJSON != nil
  }

  /// Without commas that nothing follows, which templates leave behind.
  private static func withoutLooseCommas(_ json: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    for byte in json {
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]"), let last = output.lastIndex(where: { $0 > 0x20 }),
        output[last] == UInt8(ascii: ",")
      {
        output.removeSubrange(last...)
      }
      output.append(byte)
    }
    return output
  }

  private mutating func search(_ value: JSONValue, depth: Int) {
    guard depth < 5 else { return }
    if let list = value.array {
      for entry in list { search(entry, depth: depth + 1) }
      return
    }
    if isArticle(value) { read(value) }
    for name in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"] {
      if let inner = value[name] { search(inner, depth: depth + 1) }
    }
    if site == nil, Self.types(value).contains(where: { $0 == "WebSite" || $0 == "NewsMediaOrganization" }) {
      site = Self.name(value["name"])
    }
  }

  private func isArticle(_ value: JSONValue) -> Bool {
    Self.types(value).contains {
      $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "WebPage"
    }
  }

  private static func types(_ value: JSONValue) -> [String] {
    value["@type"].map { $0.array?.compactMap(\.string) ?? [$0.string ?? ""] } ?? []
  }

  private mutating func read(_ article: JSONValue) {
    let isPage = Self.types(article).contains("WebPage")
    if !isPage { headline = headline ?? Self.name(article["headline"]) }
    date = date ?? Self.name(article["datePublished"]) ?? (isPage ? nil : Self.name(article["dateCreated"]))
    author = author ?? Self.names(article["author"])
    site = site ?? Self.name(article["publisher"])
    language = language ?? Self.name(article["inLanguage"])
    if !isPage {
      url =
        url ?? article["url"]?.string ?? article["mainEntityOfPage"]?["@id"]?.string
        ?? article["mainEntityOfPage"]?.string
    }
    body = body ?? article["articleBody"]?.string
  }

  private static func name(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    let name = value.string ?? value["name"]?.string ?? value.array?.first.flatMap { Self.name($0) }
    return name.map { PlainHTML.text($0).collapsed }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func names(_ value: JSONValue?) -> String? {
    let names = (value?.array ?? value.map { [$0] } ?? []).compactMap { name($0) }.filter { !$0.contains("://") }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
