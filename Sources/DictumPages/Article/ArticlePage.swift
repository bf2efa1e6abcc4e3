public import DictumKit

/// A page for people: articles with who says what in them and where they stand, in one file that needs no network.
///
/// It can be read without its script, which only lights a person's places. A Content-Security-Policy lets nothing else
/// run, whatever the articles hold.
public struct ArticlePage {
  private let sections: [ArticleSection]

  /// A page of analysed documents, in their order.
  public init(_ documents: [Document]) {
    sections = documents.enumerated().map { index, document in
      ArticleSection(model: ArticleModel(document, prefix: documents.count > 1 ? "a\(index + 1)-" : ""))
    }
  }

  /// The Content-Security-Policy that the page carries; a server may say it, too.
  public static var policy: String {
    "default-src 'none'; style-src \(Asset.pageStyle.policySource); script-src \(Asset.pageScript.policySource); "
      + "base-uri 'none'; form-action 'none'"
  }

  /// The page as UTF-8 HTML.
  public var html: [UInt8] {
    var title = HTML()
    title.text(sections.count == 1 ? sections[0].title : "\(sections.count) articles")
    return Template(asset: .pageTemplate).fill([
      "policy": Self.policy,
      "title": title.string,
      "styles": "<style>\(Asset.pageStyle.text)</style>",
      "nav": "",
      "contents": contents.string,
      "articles": sections.map(\.html.string).joined(),
      "scripts": "<script>\(Asset.pageScript.text)</script>",
    ])
  }

  /// Links to the articles, where there are several.
  private var contents: HTML {
    var html = HTML()
    guard sections.count > 1 else { return html }
    html.markup("<nav class=\"contents\" aria-label=\"Articles\"><ol>")
    for section in sections {
      html.open("li")
      html.element("a", ["href": "#\(section.model.prefix)title"], section.title)
      html.close("li")
    }
    html.markup("</ol></nav>\n")
    return html
  }
}
