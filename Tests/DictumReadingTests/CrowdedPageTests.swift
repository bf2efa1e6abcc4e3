import DictumKit
import DictumReports
import Testing

@testable import DictumReading

/// Pages on which more is said around the article than in it.
@Suite("Crowded pages")
struct CrowdedPageTests {
  private static let title = "Museum returns a bronze head after forty years"
  private static let first =
    "The city's museum gave a bronze head back to the town of Oke on Friday, forty years after it was asked."
  private static let second =
    "“It left in a soldier's bag and it comes home in a box with a blue ribbon,” said the town's speaker, Ayo Balogun."
  private static let all = "\(first)\n\n\(second)\n"
  private static let article = "<p>\(first)</p><p>\(second)</p>"

  private static let stories = (1...5).map { number in
    """
    <div class="w-item"><a href="/\(number)"><img src="x"></a><div><a href="/\(number)">The bridge that nobody wanted, part \(number)</a>
    <p>Ten years ago nine in ten were against it, and our reporters have found out what has changed since then.</p></div></div>
    """
  }.joined()
  private static let foot = """
    <div class="ft"><h5>About The Courier</h5><p>The Courier has been published every day since 1871. It belongs to a trust whose
    only aim is to keep it alive and free, and it is printed where it was founded.</p><p>Market data is delayed by at least fifteen
    minutes and is given for information only, not for trading; prices may differ from those at which you can deal.</p></div>
    """

  private func read(_ body: String, head: String = "") throws -> Document {
    let page = "<html lang=en><head><title>\(Self.title) | The Courier</title>\(head)</head><body>\(body)</body></html>"
    return try ArticleReader(json: DocumentReader(layers: []), encoding: .detect, limit: 10_000_000)
      .document(Array(page.utf8), format: HTMLPage.self, key: "a")
  }

  @Test(
    "a short article is found by its title among stories, lists and long lines at the foot",
    arguments: [
      "<div class=shell><div class=c5><h1>\(title)</h1><div>\(article)</div></div><div class=rail>\(stories)</div></div>\(foot)",
      "<div class=shell><div><h2>\(title)</h2>\(article)</div>\(stories)</div>\(foot)",
      "<div class=hero><h1>\(title)</h1><p class=lead>\(first)</p></div><div class=cols><div><p>\(second)</p></div><div>\(stories)</div></div>\(foot)",
      "<main><h1>\(title)</h1><div class=slides><div class=slide><p>\(first)</p></div><div class=slide><p>\(second)</p></div></div></main>\(stories)\(foot)",
      "<h1>\(title)</h1><div class=post>\(article)</div><section>"
        + String(
          repeating:
            "<article class=comment><p>\(second) \(first) And I have said so for years, to all who did not ask.</p></article>",
          count: 6
        )
        + "</section>",
      "<div id=app>Loading</div><noscript><h1>\(title)</h1>\(article)</noscript>\(foot)",
    ]
  )
  func found(_ body: String) throws {
    let text = try read(body).text
    #expect(text[text.span] == Self.all)
  }

  @Test("a text that the page carries as data is read where the page shows another")
  func data() throws {
    let body = "\(Self.first) \(Self.second)"
    // A comma too many is frequent.
    for end in ["}", ",}"] {
      let script =
        #"<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "\#(body)"\#(end)</script>"#
      let text = try read("<div id=app></div>\(Self.foot)", head: script).text
      #expect(text[text.span].contains(Self.first), "\(end)")
    }
  }

  @Test("offers, notes on the author and on the company stay out")
  func notes() throws {
    let body = """
      <article><h1>\(Self.title)</h1><p>By Nia Cole</p><div class=meter><p>You have 2 free articles left this month. Already a subscriber?</p></div>
      \(Self.article)<p>Nia Cole has covered the county since 2011 and lives with two dogs near the harbour, she says.</p>
      <h2>About Milltown Holdings</h2><p>Milltown Holdings is a leading provider of solutions for towns, founded in 1998.</p></article>
      """
    let document = try read(body)
    #expect(document.text[document.text.span] == Self.all)
    #expect(document.metadata.author == "Nia Cole")
  }

  @Test("the day is that by the title, and that of publication rather than of a change")
  func days() throws {
    for lines in [
      "<p class=stamp>Updated: 2 April 2026</p><p>Published 5 December 2025</p>",
      "<span>Nia Cole | 5 December 2025</span>",
      "<ul><li>Published 5 December 2025, last updated 2 April 2026</li></ul>",
    ] {
      let body =
        "<div class=datebox>Thursday, April 2, 2026</div><article><h1>\(Self.title)</h1>\(lines)\(Self.article)</article>"
      #expect(try read(body).metadata.date == "2025-12-05", "\(lines)")
    }
  }
}
