import DictumKit

/// The matrix: who stands where on what. A cell leads to the words that say so.
struct PositionsPage {
  private static let rows = 30
  private static let columns = 24
  let parts: SiteParts

  var html: HTML {
    var html = HTML()
    let corpus = parts.corpus
    let speakers = parts.ranking.prefix(SiteParts.pageLimit)
      .map { (index: $0, count: corpus.people[$0].positions.values.reduce(0) { $0 + $1.count }) }
      .filter { $0.count > 0 }
      .sorted { ($1.count, corpus.people[$0.index].name) < ($0.count, corpus.people[$1.index].name) }
      .prefix(Self.rows).map(\.index)
    let targets = targets(of: speakers)
    html.markup("<h1>Who stands where</h1>\n")
    guard !targets.isEmpty else {
      html.markup("<p class=\"lead\">No statement of this corpus takes a clear side.</p>")
      return html
    }
    html.open("p", ["class": "lead"])
    html.text(
      "The \(speakers.count) who take sides most often, and the \(targets.count) things they take them on most. "
    )
    html.text("A number counts statements; follow it to their words.")
    html.close("p")
    html.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Positions, speakers by targets\">")
    html.markup("<table class=\"matrix\"><thead><tr><td></td>")
    for target in targets {
      html.open("th", ["scope": "col"])
      html.element("span", ["title": corpus.targets[target].name], clipped(corpus.targets[target].name, 28))
      html.close("th")
    }
    html.markup("</tr></thead><tbody>\n")
    for speaker in speakers { row(speaker, targets, &html) }
    html.markup("</tbody></table></div>\n")
    html.markup("<p class=\"lead key-line\"><span class=\"cell favor\">3</span> for ")
    html.markup("<span class=\"cell against\">3</span> against ")
    html.markup("<span class=\"cell both\">2:3</span> for and against</p>")
    return html
  }

  /// The targets that these speakers take sides on most.
  private func targets(of speakers: [Int]) -> [Int] {
    var counts: [Int: Int] = [:]
    for speaker in speakers {
      for (target, cell) in parts.corpus.people[speaker].positions { counts[target, default: 0] += cell.count }
    }
    return counts.sorted {
      ($1.value, parts.corpus.targets[$0.key].name) < ($0.value, parts.corpus.targets[$1.key].name)
    }.prefix(Self.columns).map(\.key)
  }

  private func row(_ speaker: Int, _ targets: [Int], _ html: inout HTML) {
    let person = parts.corpus.people[speaker]
    html.markup("<tr><th scope=\"row\">")
    parts.name(speaker, root: "", &html)
    html.markup("</th>")
    for target in targets {
      html.markup("<td>")
      if let cell = person.positions[target], let path = parts.path(person: speaker) {
        let (favor, against) = (cell.favor.count, cell.against.count)
        let kind = against == 0 ? "favor" : favor == 0 ? "against" : "both"
        let name = parts.corpus.targets[target].name
        html.open(
          "a",
          [
            "class": "cell \(kind)", "href": "\(path)#t\(target)",
            "aria-label": "\(person.name) on \(name): \(favor) for, \(against) against",
          ]
        )
        html.text(kind == "both" ? "\(favor):\(against)" : "\(favor + against)")
        html.close("a")
      }
      html.markup("</td>")
    }
    html.markup("</tr>\n")
  }
}
