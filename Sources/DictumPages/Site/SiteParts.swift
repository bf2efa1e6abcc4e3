import DictumKit

/// What several pages of a site show in the same way.
struct SiteParts {
  let corpus: SiteContents
  /// People's indices, most heard first.
  let ranking: [Int]
  /// The page number of each person that has a page, by index.
  let pages: [Int: Int]

  /// People beyond this rank have no page of their own; search finds what they say.
  static let pageLimit = 3_000

  init(_ corpus: SiteContents) {
    self.corpus = corpus
    ranking = corpus.mostHeard
    pages = Dictionary(ranking.prefix(Self.pageLimit).enumerated().map { ($0.element, $0.offset + 1) }) { first, _ in
      first
    }
  }

  /// An article's page, below the site's folder. A hundred lie in a folder.
  static func path(article: Int) -> String { "articles/\(article / 100)/\(article + 1).html" }

  /// A person's page, below the site's folder.
  func path(person: Int) -> String? { pages[person].map { "people/\($0).html" } }

  /// A person's name, linked where there is a page.
  func name(_ person: Int, root: String, _ html: inout HTML) {
    if let path = path(person: person) {
      html.open("a", ["href": root + path])
      html.element("bdi", [:], corpus.people[person].name)
      html.close("a")
    } else {
      html.element("bdi", [:], corpus.people[person].name)
    }
  }

  /// A statement with where it stands, as a quotation.
  func statement(
    _ index: Int,
    root: String,
    label: String? = nil,
    showsSpeaker: Bool = false,
    _ html: inout HTML
  ) {
    let statement = corpus.statements[index]
    let article = corpus.articles[statement.article]
    html.open("li", ["class": "quotation"])
    if let label { html.element("span", ["class": "side \(label)"], label == "favor" ? "for" : "against") }
    html.open("blockquote", ["dir": "auto"])
    if !statement.cue.isEmpty { html.element("span", ["class": "by-cue"], statement.cue) }
    html.markup(" ")
    html.text(statement.text)
    html.close("blockquote")
    html.open("p", ["class": "origin"])
    if showsSpeaker {
      for speaker in statement.speakers {
        name(speaker, root: root, &html)
        html.markup(" · ")
      }
    }
    if let date = article.date { html.text(date.text + " · ") }
    html.open("a", ["href": "\(root)\(Self.path(article: statement.article))#\(statement.key)"])
    html.text(article.title)
    html.close("a")
    html.close("p")
    html.close("li")
    html.markup("\n")
  }

  /// How often for and against, as two bars and in numbers.
  func balance(favor: Int, against: Int, _ html: inout HTML) {
    html.open("span", ["class": "balance"])
    if favor > 0 { html.element("span", ["class": "favor"], "\(favor) for") }
    if favor > 0 && against > 0 { html.markup(" ") }
    if against > 0 { html.element("span", ["class": "against"], "\(against) against") }
    html.close("span")
  }

  /// A bar of so many hundredths.
  static func bar(_ share: Double, _ html: inout HTML) {
    let width = String(max(1, Int((share * 100).rounded())))
    html.markup("<svg class=\"bar-line\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
    html.open("rect", ["width": width, "height": "6"])
    html.markup("</rect></svg>")
  }

  /// From when to when, as far as dates are known.
  static func period(_ first: SiteDate?, _ last: SiteDate?) -> String {
    guard let first, let last else { return "" }
    return first == last ? first.text : "\(first.text) – \(last.text)"
  }

  /// A number of things, grouped by thousands.
  static func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(count)) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// 12 345 with thin spaces, which no line break and no locale changes.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert("\u{202F}", at: place)
      place -= 3
    }
    return String(digits)
  }
}
