import DictumKit

/// The site's first page: how much there is, who is heard most, what they take sides on most, and when.
struct OverviewPage {
  let parts: SiteParts
  let name: String
  let failed: Int

  var html: HTML {
    let corpus = parts.corpus
    var html = HTML()
    html.element("h1", ["dir": "auto"], name)
    html.open("p", ["class": "lead"])
    let dates = corpus.articles.compactMap(\.date)
    let period = SiteParts.period(dates.min(), dates.max())
    let facts = [
      SiteParts.counted(corpus.articles.count, "article"), SiteParts.counted(corpus.statements.count, "statement"),
      SiteParts.counted(parts.ranking.count, "voice"), period.isEmpty ? nil : period,
      failed > 0 ? "\(SiteParts.counted(failed, "report")) could not be read" : nil,
    ]
    html.text(facts.compactMap { $0 }.joined(separator: " · "))
    html.close("p")
    html.markup(
      "<form class=\"search\" action=\"search.html\" role=\"search\"><label for=\"q\">Search statements</label>"
    )
    html.markup("<input id=\"q\" name=\"q\" type=\"search\" autocomplete=\"off\"><button>Search</button></form>\n")
    html.append(TimelinePage(parts).chart)
    html.markup("<div class=\"halves\"><section><h2>Most heard</h2>\n")
    html.append(PeoplePages(parts: parts).table(15, root: ""))
    html.markup(
      "<p><a href=\"people/index.html\">All people and bodies</a></p></section>\n<section><h2>Clearest positions</h2>\n"
    )
    positions(&html)
    html.markup("<p><a href=\"positions.html\">Who stands where</a></p></section></div>\n")
    return html
  }

  /// Speakers on targets, the most frequent first.
  private func positions(_ html: inout HTML) {
    let corpus = parts.corpus
    let cells = parts.ranking.prefix(SiteParts.pageLimit).flatMap { speaker in
      corpus.people[speaker].positions.map { (speaker: speaker, target: $0.key, cell: $0.value) }
    }
    let first = cells.sorted {
      ($1.cell.count, corpus.people[$0.speaker].name, corpus.targets[$0.target].name)
        < ($0.cell.count, corpus.people[$1.speaker].name, corpus.targets[$1.target].name)
    }.prefix(15)
    if first.isEmpty { html.markup("<p class=\"lead\">No statement takes a clear side.</p>") }
    html.markup("<ul class=\"ties\">\n")
    for (speaker, target, cell) in first {
      html.open("li")
      parts.name(speaker, root: "", &html)
      html.markup(" on ")
      html.element("bdi", [:], corpus.targets[target].name)
      html.markup(" ")
      html.open("a", ["href": parts.path(person: speaker).map { "\($0)#t\(target)" }])
      parts.balance(favor: cell.favor.count, against: cell.against.count, &html)
      html.close("a")
      html.markup("</li>\n")
    }
    html.markup("</ul>")
  }
}
