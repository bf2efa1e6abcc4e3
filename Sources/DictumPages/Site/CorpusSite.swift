public import DictumKit
import DictumReports
import DictumSystem

/// A folder of pages over a folder of reports: people, positions, network, dates, search, and each article's page.
///
/// The pages work from a disk and from any server; nothing on them is loaded from elsewhere.
public struct CorpusSite {
  /// What was made.
  public struct Result: Sendable {
    public internal(set) var articles = 0
    /// Reports that could not be read.
    public internal(set) var failed = 0
  }

  /// The Content-Security-Policy of its pages.
  public static var policy: String { SiteFrame.policy }

  private let reports: String
  private let out: String
  private let name: String

  /// A site over the reports in a folder, written into another.
  public init(reports: String, out: String, name: String) {
    self.reports = reports
    self.out = out
    self.name = name
  }

  /// Writes all pages.
  ///
  /// - Parameter failed: gets what is wrong with a report that cannot be read; the others are shown all the same.
  /// - Throws: `fileNotFound`, `fileUnreadable` for the folder of reports, `outputFailed`.
  public func write(failed: (DictumError) -> Void) throws(DictumError) -> Result {
    let frame = SiteFrame(name: name)
    var result = Result()
    var corpus = Corpus()
    try FileOutput.makeFolder(out)
    try ReportFolder(path: reports).read { (document) throws(DictumError) in
      let model = ArticleModel(document)
      let path = SiteParts.path(article: result.articles)
      if result.articles % 100 == 0 { try FileOutput.makeFolder("\(out)/articles/\(result.articles / 100)") }
      try put(path, frame.article(path, ArticleSection(model: model)))
      corpus.add(model)
      result.articles += 1
    } failed: { error in
      result.failed += 1
      failed(error)
    }
    for folder in ["people", "dates", "data"] { try FileOutput.makeFolder("\(out)/\(folder)") }
    try writePages(SiteParts(corpus), frame, failed: result.failed)
    return result
  }

  private func writePages(_ parts: SiteParts, _ frame: SiteFrame, failed: Int) throws(DictumError) {
    func page(_ path: String, _ title: String, _ body: HTML, scripts: [StaticString] = []) throws(DictumError) {
      try put(path, frame.page(path, title: title, body: body, scripts: scripts))
    }
    for (path, asset) in [
      ("page.css", Asset.pageStyle), ("site.css", .siteStyle), ("page.js", .pageScript), ("search.js", .searchScript),
    ] { try put(path, asset.bytes) }
    let people = PeoplePages(parts: parts)
    try page("people/index.html", "People", people.list)
    for index in parts.ranking.prefix(SiteParts.pageLimit) {
      guard let path = parts.path(person: index) else { continue }
      try page(path, parts.corpus.people[index].name, people.page(index))
    }
    try page("positions.html", "Positions", PositionsPage(parts: parts).html)
    try page("network.html", "Network", NetworkPage(parts: parts).html)
    let timeline = TimelinePage(parts)
    try page("timeline.html", "Timeline", timeline.html)
    for list in timeline.lists { try page(list.path, list.title, list.html) }
    try page("search.html", "Search", SearchPage.html, scripts: ["search.js"])
    try SearchIndex(parts: parts).write { (path, bytes) throws(DictumError) in try put(path, bytes) }
    // The first page comes last: where it is, the others are.
    try page("index.html", "Overview", OverviewPage(parts: parts, name: name, failed: failed).html)
  }

  private func put(_ path: String, _ bytes: [UInt8]) throws(DictumError) {
    try FileOutput.replace("\(out)/\(path)", with: bytes, isAlone: true)
  }
}

/// The page that the search script fills.
enum SearchPage {
  static var html: HTML {
    var html = HTML()
    html.markup("<h1>Search statements</h1>\n")
    html.markup(
      "<form class=\"search\" role=\"search\"><label for=\"q\">Words of a statement, or names of who says it</label>"
    )
    html.markup(
      "<input id=\"q\" name=\"q\" type=\"search\" autocomplete=\"off\" autofocus><button>Search</button></form>\n"
    )
    html.markup("<p class=\"lead\" id=\"found\" role=\"status\"></p>\n<ul class=\"quotations\" id=\"results\"></ul>\n")
    html.markup("<p><button type=\"button\" id=\"more\" hidden>Show more</button></p>\n")
    html.markup("<noscript><p class=\"lead\">Search needs the page’s script; the other pages do not.</p></noscript>")
    return html
  }
}
