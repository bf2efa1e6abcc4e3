import DictumKit

/// Articles by date: a bar a period, and a list of articles behind each.
struct TimelinePage {
  static let pageLength = 500
  let parts: SiteParts
  private let periods: Periods

  init(_ parts: SiteParts) {
    self.parts = parts
    periods = Periods(parts.corpus.articles)
  }

  var html: HTML {
    var html = HTML()
    html.markup("<h1>By date</h1>\n")
    html.append(chart)
    html.markup("<ul class=\"periods\">\n")
    for period in periods.all where !period.articles.isEmpty {
      html.open("li")
      html.element("a", ["href": Self.path(period.key, 1)], period.title)
      html.element("span", ["class": "origin"], " \(SiteParts.counted(period.articles.count, "article"))")
      html.markup("</li>\n")
    }
    html.markup("</ul>")
    return html
  }

  /// The bars.
  var chart: HTML {
    var html = HTML()
    let bars = periods.dated
    guard bars.count > 1 else { return html }
    let most = Double(bars.map(\.articles.count).max() ?? 1)
    let step = 900 / Double(bars.count)
    html.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Articles by date, drawn\">")
    html.markup("<svg class=\"timeline\" viewBox=\"0 0 900 190\" role=\"group\" aria-label=\"Articles by date\">\n")
    html.markup("<line x1=\"0\" y1=\"160\" x2=\"900\" y2=\"160\"></line>\n")
    var lastLabel = -1_000.0
    for (number, bar) in bars.enumerated() {
      let left = step * Double(number)
      if bar.isLabelled, left - lastLabel > 60 {
        html.open("text", ["x": Self.text(left), "y": "180"])
        html.text(bar.label)
        html.close("text")
        lastLabel = left
      }
      guard !bar.articles.isEmpty else { continue }
      let height = max(2, 150 * Double(bar.articles.count) / most)
      html.open("a", ["href": Self.path(bar.key, 1)])
      html.element("title", [:], "\(bar.title): \(SiteParts.counted(bar.articles.count, "article"))")
      html.open(
        "rect",
        [
          "x": Self.text(left + step * 0.08), "y": Self.text(160 - height), "width": Self.text(step * 0.84),
          "height": Self.text(height),
        ]
      )
      html.markup("</rect></a>\n")
    }
    html.markup("</svg></div>\n")
    return html
  }

  /// The pages that list a period's articles, with their paths.
  var lists: [(path: String, title: String, html: HTML)] {
    periods.all.filter { !$0.articles.isEmpty }.flatMap { period in
      let pages = (period.articles.count + Self.pageLength - 1) / Self.pageLength
      return (1...pages).map { page in (Self.path(period.key, page), period.title, list(period, page, of: pages)) }
    }
  }

  private func list(_ period: Periods.Period, _ page: Int, of pages: Int) -> HTML {
    var html = HTML()
    html.element("h1", [:], period.title)
    html.element("p", ["class": "lead"], SiteParts.counted(period.articles.count, "article"))
    html.markup("<ul class=\"articles\">\n")
    for index in period.articles.dropFirst((page - 1) * Self.pageLength).prefix(Self.pageLength) {
      let article = parts.corpus.articles[index]
      html.open("li")
      html.element("a", ["href": "../\(SiteParts.path(article: index))", "dir": "auto"], article.title)
      let facts = [article.date?.text, article.source, SiteParts.counted(article.statements, "statement")]
      html.element("p", ["class": "origin"], facts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "))
      html.markup("</li>\n")
    }
    html.markup("</ul>")
    if pages > 1 {
      html.markup("<nav class=\"pages\" aria-label=\"Pages\">")
      for number in 1...pages {
        html.element(
          "a",
          ["href": "../\(Self.path(period.key, number))", "aria-current": number == page ? "page" : nil],
          "\(number)"
        )
        html.markup(" ")
      }
      html.markup("</nav>")
    }
    return html
  }

  private static func path(_ key: String, _ page: Int) -> String {
    page == 1 ? "dates/\(key).html" : "dates/\(key)-page-\(page).html"
  }

  private static func text(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
