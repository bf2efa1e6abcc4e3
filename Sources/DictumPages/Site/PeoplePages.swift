import DictumKit

/// The list of people, and a page for each: when heard, where they stand with the words that say so, what they said.
struct PeoplePages {
  static let listLimit = 500
  /// Words that say where somebody stands: more of what they take sides on most, so that the page stays light.
  private static let evidenceLimits = (first: 10, rest: 3, turn: 25)
  private static let statementLimit = 100
  let parts: SiteParts

  /// The rows of the most heard.
  func table(_ count: Int, root: String) -> HTML {
    var html = HTML()
    let corpus = parts.corpus
    let most = parts.ranking.first.map { corpus.people[$0].statements.count } ?? 1
    html.markup("<table class=\"people\"><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Statements</th>")
    html.markup("<th scope=\"col\" class=\"wide\"><span class=\"hidden\">Share</span></th>")
    html.markup("<th scope=\"col\">Articles</th><th scope=\"col\" class=\"wide\">Heard</th></tr></thead><tbody>\n")
    for index in parts.ranking.prefix(count) {
      let person = corpus.people[index]
      html.markup("<tr><th scope=\"row\">")
      parts.name(index, root: root, &html)
      if let role = person.role { html.element("span", ["class": "role"], role) }
      html.element("td", ["class": "number-cell"], SiteParts.grouped(person.statements.count))
      html.open("td", ["class": "wide"])
      SiteParts.bar(Double(person.statements.count) / Double(max(1, most)), &html)
      html.close("td")
      html.element("td", ["class": "number-cell"], SiteParts.grouped(person.articles))
      html.element("td", ["class": "wide date"], SiteParts.period(person.first, person.last))
      html.markup("</tr>\n")
    }
    html.markup("</tbody></table>")
    return html
  }

  /// The list's page.
  var list: HTML {
    var html = HTML()
    html.markup("<h1>People and bodies</h1>")
    let count = parts.ranking.count
    html.open("p", ["class": "lead"])
    html.text("\(SiteParts.counted(count, "voice")), most heard first")
    html.text(count > Self.listLimit ? "; the first \(Self.listLimit) are listed, search finds the others." : ".")
    html.close("p")
    html.append(table(Self.listLimit, root: "../"))
    return html
  }

  /// A person's page.
  func page(_ index: Int) -> HTML {
    let person = parts.corpus.people[index]
    var html = HTML()
    html.element("h1", ["dir": "auto"], person.name)
    html.open("p", ["class": "lead"])
    let period = SiteParts.period(person.first, person.last)
    let facts = [
      person.role, SiteParts.counted(person.statements.count, "statement"),
      "in \(SiteParts.counted(person.articles, "article"))", period.isEmpty ? nil : "heard \(period)",
    ]
    html.text(facts.compactMap { $0 }.joined(separator: " · "))
    html.close("p")
    positions(person, &html)
    statements(person, &html)
    return html
  }

  private func positions(_ person: SiteContents.Person, _ html: inout HTML) {
    let targets = parts.corpus.targets
    let cells = person.positions.sorted {
      ($1.value.count, targets[$0.key].name) < ($0.value.count, targets[$1.key].name)
    }
    guard !cells.isEmpty else { return }
    html.markup("<h2>Where they stand</h2>\n")
    for (rank, (target, cell)) in cells.prefix(200).enumerated() {
      let limit = rank < Self.evidenceLimits.turn ? Self.evidenceLimits.first : Self.evidenceLimits.rest
      html.open("section", ["class": "stand", "id": "t\(target)"])
      html.open("h3", ["dir": "auto"])
      html.text(targets[target].name)
      html.markup(" ")
      parts.balance(favor: cell.favor.count, against: cell.against.count, &html)
      html.close("h3")
      html.markup("<ul class=\"quotations\">\n")
      for (statement, label) in cell.evidence.prefix(limit) {
        parts.statement(statement, root: "../", label: label.rawValue, &html)
      }
      html.markup("</ul>")
      more(cell.count, limit, &html)
      html.markup("</section>\n")
    }
  }

  private func statements(_ person: SiteContents.Person, _ html: inout HTML) {
    html.markup("<h2>What they said</h2>\n<ul class=\"quotations\">\n")
    let corpus = parts.corpus
    let latest = person.statements.sorted {
      let left = corpus.articles[corpus.statements[$0].article].date?.text ?? ""
      let right = corpus.articles[corpus.statements[$1].article].date?.text ?? ""
      return (right, $0) < (left, $1)
    }
    for statement in latest.prefix(Self.statementLimit) { parts.statement(statement, root: "../", &html) }
    html.markup("</ul>")
    more(latest.count, Self.statementLimit, &html)
  }

  private func more(_ count: Int, _ limit: Int, _ html: inout HTML) {
    guard count > limit else { return }
    html.element("p", ["class": "lead"], "and \(SiteParts.grouped(count - limit)) more: search finds them")
  }
}
