import DictumKit
import DictumReports

/// One article on a page: its head, its text and the list of voices beside it.
struct ArticleSection {
  /// The way from an article's page up to its site's folder.
  static let siteRoot = SiteFrame.root(of: SiteParts.path(article: 0))
  let model: ArticleModel

  var title: String { clipped(model.document.metadata.title ?? model.document.id, 200) }

  var html: HTML {
    var html = HTML()
    html.open("article", ["class": "report", "lang": language, "aria-labelledby": "\(model.prefix)title"])
    head(&html)
    html.markup("<div class=\"columns\">\n<div class=\"text\">\n")
    html.append(ArticleText(model).html)
    diagnostics(&html)
    html.markup("</div>\n")
    html.open("aside", ["id": "\(model.prefix)voices", "aria-label": "People, statements and positions"])
    html.append(VoiceList(model: model).html)
    html.markup("</aside>\n</div>\n</article>\n")
    return html
  }

  private func head(_ html: inout HTML) {
    let metadata = model.document.metadata
    html.markup("<header class=\"head\">")
    let known = [metadata.author, metadata.site, metadata.date, metadata.source]
    let origin = known.compactMap { $0.map { clipped($0, 120) } }
    if !origin.isEmpty { html.element("p", ["class": "origin"], origin.joined(separator: " · ")) }
    html.element("h1", ["id": "\(model.prefix)title", "dir": "auto"], title)
    html.open("p", ["class": "counts"])
    html.text(counts)
    html.markup(" ")
    html.element("a", ["class": "jump", "href": "#\(model.prefix)voices"], "Go to the people")
    html.markup("</p></header>\n")
  }

  private var counts: String {
    let sure = model.voices.statements.filter { !$0.isPossible }.count
    let possible = model.voices.statements.count - sure
    let heard = model.voices.known.filter { !$0.sure.isEmpty }.count
    var parts = ["\(sure) statement\(sure == 1 ? "" : "s")\(heard > 0 ? " by \(heard)" : "")"]
    if possible > 0 { parts.append("\(possible) more possible") }
    if let tone = model.document[.sentiments].first(where: { $0.of == "document" }) {
      parts.append("tone \(tone.label)")
    }
    return parts.joined(separator: ", ") + "."
  }

  private func diagnostics(_ html: inout HTML) {
    guard !model.document.diagnostics.isEmpty else { return }
    html.open("ul", ["class": "diagnostics"])
    for diagnostic in model.document.diagnostics { html.element("li", [:], diagnostic.rendered) }
    html.close("ul")
  }

  /// The article's language where it has the shape of a BCP 47 tag.
  private var language: String? {
    model.document.metadata.language.flatMap { tag in
      tag.utf8.count < 36 && tag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } ? tag : nil
    }
  }
}
