import DictumKit

/// The frame around every page of a site: head, navigation, foot.
struct SiteFrame: Sendable {
  /// Lets the site's own files in and nothing else, on a disk as on a server.
  static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'"

  /// The corpus's name.
  let name: String

  private static let places: [(file: String, title: String)] = [
    ("index.html", "Overview"), ("people/index.html", "People"), ("positions.html", "Positions"),
    ("network.html", "Network"), ("timeline.html", "Timeline"), ("search.html", "Search"),
  ]

  /// A page.
  ///
  /// - Parameters:
  ///   - path: the page's own, below the site's folder.
  ///   - scripts: files of the site's folder that it runs.
  func page(_ path: String, title: String, body: HTML, scripts: [StaticString] = []) -> [UInt8] {
    let root = Self.root(of: path)
    return Template(asset: .siteTemplate).fill([
      "policy": Self.policy,
      "title": Self.text("\(title) · \(name)"),
      "root": root,
      "nav": navigation(path).string,
      "body": body.string,
      "scripts": Self.scripts(scripts, root),
    ])
  }

  /// An article's page within the site.
  func article(_ path: String, _ section: ArticleSection) -> [UInt8] {
    let root = Self.root(of: path)
    return Template(asset: .pageTemplate).fill([
      "policy": Self.policy,
      "title": Self.text(section.title),
      "styles":
        "<link rel=\"stylesheet\" href=\"\(root)page.css\">\n<link rel=\"stylesheet\" href=\"\(root)site.css\">",
      "nav": navigation(path).string,
      "contents": "",
      "articles": section.html.string,
      "scripts": Self.scripts(["page.js"], root),
    ])
  }

  /// The way from a page up to the site's folder.
  static func root(of path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  private static func text(_ text: String) -> String {
    var html = HTML()
    html.text(text)
    return html.string
  }

  private static func scripts(_ files: [StaticString], _ root: String) -> String {
    files.map { "<script src=\"\(root)\($0)\"></script>" }.joined(separator: "\n")
  }

  private func navigation(_ path: String) -> HTML {
    let root = Self.root(of: path)
    var html = HTML()
    html.markup("<nav class=\"places\" aria-label=\"Corpus\">")
    html.element("a", ["class": "corpus", "href": "\(root)index.html"], name)
    html.markup("<ul>")
    for place in Self.places {
      html.open("li")
      html.element(
        "a",
        ["href": root + place.file, "aria-current": place.file == path ? "page" : nil],
        place.title
      )
      html.close("li")
    }
    html.markup("</ul></nav>\n")
    return html
  }
}
