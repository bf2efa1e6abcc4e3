import DictumPages

/// The page to which people come: a place to paste or drop an article.
struct DeskPage {
  let pipeline: String
  let hasCorpus: Bool

  private static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'"

  var answer: Answer {
    let corpus = hasCorpus ? "<p class=\"lead\"><a href=\"/corpus/index.html\">Browse the corpus</a></p>" : ""
    let html = PageFrame(PackageResources.desk_html).fill([
      "pipeline": PageFrame.escaped(pipeline), "corpus": corpus,
    ])
    return .page(html, policy: Self.policy)
  }

  /// A file that the page needs, or the description for programs.
  static func file(_ path: String) -> Answer? {
    switch path {
    case "/page.css": Answer(type: "text/css; charset=utf-8", body: .bytes(PageFrame.pageStyle))
    case "/site.css": Answer(type: "text/css; charset=utf-8", body: .bytes(PageFrame.siteStyle))
    case "/desk.js": Answer(type: "text/javascript; charset=utf-8", body: .bytes(PackageResources.desk_js))
    case "/openapi.json": .json(PackageResources.openapi_json)
    default: nil
    }
  }
}
