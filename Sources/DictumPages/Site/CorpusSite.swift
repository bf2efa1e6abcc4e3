public import DictumCorpus
public import DictumKit
import DictumReports
import DictumSystem

/// A folder of pages over a folder of reports: people, positions, network, dates, search, and each article's page.
///
/// The pages work from a disk and from any server; nothing on them is loaded from elsewhere. Reports are read twice: who
/// is one person is known after the last of them only, and each article's page leads to its people's pages.
public struct CorpusSite {
  /// What was made.
  public struct Result: Sendable {
    public internal(set) var articles = 0
    /// Reports that could not be read.
    public internal(set) var failed = 0
  }

  /// How a site is made.
  public struct Options: Sendable {
    /// The corpus's name.
    public var name: String
    /// Who is known beforehand.
    public var people = People()
    /// How many threads read reports and make pages.
    public var jobs = 1

    /// Nobody is known beforehand, and one thread makes the pages.
    public init(name: String) { self.name = name }
  }

  /// The Content-Security-Policy of its pages.
  public static var policy: String { SiteFrame.policy }

  private let folder: ReportFolder
  private let out: String
  private let options: Options

  /// A site over reports, written into a folder.
  public init(_ reports: ReportFolder, out: String, options: Options) {
    folder = reports
    self.out = out
    self.options = options
  }

  /// Writes all pages.
  ///
  /// - Parameter failed: gets what is wrong with a report that cannot be read; the others are shown all the same.
  /// - Throws: `outputFailed`, `icuFailed`.
  public func write(failed: (DictumError) -> Void) throws(DictumError) -> Result {
    var result = Result()
    try FileOutput.makeFolder(out)
    let corpus = try Corpus(temporaryIn: out, people: options.people)
    var read: [(place: ReportFolder.Place, findings: Findings)] = []
    func fail(_ error: DictumError) {
      result.failed += 1
      failed(error.wantingText)
    }
    _ = try eachReport(folder.reports.map { ($0, ()) }, jobs: options.jobs, report: fail) { report, _ in
      .success((Corpus.findings(of: report.document), Findings(ArticleModel(report.document))))
    } write: { (place, made) throws(DictumError) in
      try corpus.add(made.0, id: place.id)
      read.append((place, made.1))
    }
    try corpus.link()
    var contents = SiteContents(try corpus.entities())
    for article in read { contents.add(article.findings, links: try corpus.links(of: article.place.id)) }
    let frame = SiteFrame(name: options.name)
    let parts = SiteParts(contents)
    result.articles = try writeArticles(read.map(\.place), corpus, parts, frame, failed: fail)
    for folder in ["people", "dates", "data"] { try FileOutput.makeFolder("\(out)/\(folder)") }
    try writePages(parts, frame, failed: result.failed)
    return result
  }

  /// Writes a page for each article, which leads to the pages of its people.
  private func writeArticles(
    _ places: [ReportFolder.Place],
    _ corpus: Corpus,
    _ parts: SiteParts,
    _ frame: SiteFrame,
    failed: (DictumError) -> Void
  ) throws(DictumError) -> Int {
    for hundred in 0...(places.count / 100) { try FileOutput.makeFolder("\(out)/articles/\(hundred)") }
    let pages = try places.enumerated().map { (number, place) throws(DictumError) in
      let people = try corpus.links(of: place.id).compactMapValues { link in
        parts.corpus.person(link.entity).flatMap(parts.path(person:))
      }
      return (place, (path: SiteParts.path(article: number), people: people))
    }
    return try eachReport(pages, jobs: options.jobs, report: failed) { report, page in
      let section = ArticleSection(model: ArticleModel(report.document, people: page.people))
      return .success((path: page.path, html: frame.article(page.path, section)))
    } write: { (_, made) throws(DictumError) in
      try put(made.path, made.html)
    }
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
    try page("index.html", "Overview", OverviewPage(parts: parts, name: options.name, failed: failed).html)
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
