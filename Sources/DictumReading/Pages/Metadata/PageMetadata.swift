import DictumKit

/// What a page says of its article: JSON-LD first, then Open Graph and other properties, microdata, `time`, its address,
/// and what stands beside its title.
struct PageMetadata {
  private(set) var metadata = Metadata()
  /// The body that the page carries as data.
  var body: String? { data.body.map { PlainHTML.text($0) } }

  private var data = PageData()
  private var named: [String: String] = [:]
  private var title = PageTitle()
  private var times: [String] = []
  private var shownDates: [String] = []
  private var bylines: [String] = []

  init(_ root: MarkupNode) {
    metadata.language = root.attribute("lang")
    for node in root.descendants where node.isElement { read(node) }
    metadata.url = address
    metadata.site = first("og:site_name") ?? data.site ?? first("application-name")
    metadata.language = metadata.language ?? data.language ?? first("content-language", "og:locale", "language")
    title.headline = data.headline ?? first("headline")
    title.openGraph = first("og:title", "twitter:title", "dc.title", "parsely-title")
    title.site = metadata.site
    title.host = metadata.url.map { PageAddress.host($0) }
    metadata.title = title.best
  }

  /// Takes what only the page's text says: who wrote it, and when, as far as its data do not.
  mutating func complete(with lines: PageVicinity) {
    let reader = DateText(language: metadata.language)
    metadata.date = declaredDate(reader) ?? lines.day(reader) ?? shownDate(reader)
    metadata.author = declaredAuthor ?? lines.author ?? shownAuthor
  }

  private mutating func read(_ node: MarkupNode) {
    switch node.name {
    case "meta":
      guard let content = node.attribute("content") else { return }
      for kind in ["property", "name", "itemprop", "http-equiv"] {
        if let name = node.attribute(kind) { note(name, content) }
      }
    case "title": if title.page == nil { title.page = node.text.collapsed }
    case "link":
      let rel = node.attribute("rel")?.lowercased()
      if rel == "canonical" { note("canonical", node.attribute("href")) }
    case "script": if node.attribute("type")?.contains("ld+json") == true { data.take(node.text) }
    case "h1":
      let text = node.text.collapsed
      if !text.isEmpty, title.headings.count < 5 { title.headings.append(text) }
    case "time":
      let value = node.attribute("datetime") ?? node.text
      if node.attribute("pubdate") != nil { note("time-pubdate", value) }
      times.append(value)
      readMicrodata(node)
    default: readMicrodata(node)
    }
  }

  private mutating func note(_ name: String, _ value: String?) {
    guard let value = value?.collapsed, !value.isEmpty else { return }
    let name = name.lowercased()
    if named[name] == nil { named[name] = value }
  }

  private mutating func readMicrodata(_ node: MarkupNode) {
    if let property = node.attribute("itemprop")?.lowercased() {
      switch property {
      case "datepublished", "datecreated":
        note(property, node.attribute("datetime") ?? node.attribute("content") ?? node.text)
      case "headline": note("headline", node.text)
      case "author":
        note("author-shown", node.descendants.first { $0.attribute("itemprop") == "name" }?.text ?? node.text)
      default: break
      }
    }
    if node.attribute("rel") == "author" { note("author-shown", node.text) }
    guard let names = (node.attribute("class") ?? node.attribute("id"))?.lowercased() else { return }
    if names.utf8.count < 200, Self.dateWords.contains(where: { names.contains($0) }) {
      if shownDates.count < 12 { shownDates += [node.attribute("title") ?? "", Self.start(of: node)] }
    }
    if bylines.count < 4, names.contains("byline") || names.contains("author") { bylines.append(Self.start(of: node)) }
  }

  private static let dateWords = ["date", "publish", "time", "posted", "byline", "meta", "dateline", "datum", "fecha"]

  /// Enough for a line; a box of that name may hold the whole page.
  private static func start(of node: MarkupNode) -> String {
    var text = ""
    for part in node.descendants where part.isText {
      text += part.content + " "
      if text.utf8.count > 200 { break }
    }
    return text.collapsed
  }

  private func first(_ keys: String...) -> String? { keys.lazy.compactMap { named[$0] }.first }

  private var address: String? {
    [first("canonical"), first("og:url"), data.url, first("twitter:url", "url")].lazy.compactMap { $0 }
      .first { $0.hasPrefix("http") }
  }

  private func declaredDate(_ reader: DateText) -> String? {
    let declared = [
      data.date,
      first(
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "og:published_time",
        "article:published",
        "parsely-pub-date",
        "sailthru.date",
        "published_time",
        "publish-date",
        "publishdate",
        "pub_date",
        "pubdate",
        "publication_date",
        "citation_publication_date",
        "citation_date",
        "date.published",
        "rnews:datepublished",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dc.date.created",
        "dcterms.created",
        "dcterms.date",
        "date",
        "time-pubdate",
        "datecreated",
        "bt:pubdate",
        "originalpublicationdate",
        "article_date_original",
        "article.published",
        "displaydate",
        "shareaholic:article_published_time"
      ),
    ]
    for value in declared { if let value, let date = reader.iso(value) { return date } }
    return metadata.url.flatMap { PageAddress.day($0) }
  }

  private func shownDate(_ reader: DateText) -> String? {
    for value in times { if let date = reader.iso(value) { return date } }
    for value in shownDates where value.utf8.count >= 6 { if let date = reader.firstDay(in: value) { return date } }
    return nil
  }

  private var declaredAuthor: String? {
    if let author = data.author { return author }
    let named = first(
      "author",
      "article:author",
      "byl",
      "parsely-author",
      "sailthru.author",
      "dc.creator",
      "dcterms.creator",
      "dc.author",
      "article.author",
      "citation_author",
      "cxenseparse:author"
    )
    return name(in: [named, first("author-shown")])
  }

  private var shownAuthor: String? { name(in: bylines) }

  private func name(in values: [String?]) -> String? {
    values.lazy.compactMap { $0 }.filter { !$0.contains("://") }.map { PageByline.name($0) }.first { !$0.isEmpty }
  }
}
