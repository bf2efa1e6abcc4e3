import DictumKit
@testable import DictumReading
import DictumReports
import Testing

@Suite("Pages")
struct PageArticleTests {
  private func read(_ page: String) throws -> Document { try read(Array(page.utf8)) }

  private func read(_ bytes: [UInt8]) throws -> Document {
    try ArticleReader(json: DocumentReader(layers: []), encoding: .detect, limit: 10_000_000)
      .document(bytes, format: HTMLPage.self, key: "a")
  }

  private func text(_ page: String) throws -> String {
    let text = try read(page).text
    return text[text.span]
  }

  private static let first =
    "A fire broke out at the old mill on Sunday night, and forty people had to leave, the police said."
  private static let second =
    "“We lost everything,” said Bo Berg, who has lived beside it for more than twenty years, and more."
  private static let third =
    "The council, the owner and the insurers will meet on Tuesday to decide what becomes of the building."
  private static let paragraphs = "<p>\(first)</p><p>\(second)</p><p>\(third)</p>"
  private static let all = [first, second, third].joined(separator: "\n\n") + "\n"

  @Test(
    "names and elements that look like a page's frame take nothing from an article that lies in them",
    arguments: [
      "<article><p>Next: the weather.</p></article><div>\(paragraphs)</div>",
      "<div class='contentwithsidebar'>\(paragraphs)</div>", "<div class='and-w-sidebar'>\(paragraphs)</div>",
      "<div id='socialist-party'>\(paragraphs)</div>", "<div class='commentary'>\(paragraphs)</div>",
      "<div class='share-zone'>\(paragraphs)</div>", "<table><tr><td>\(paragraphs)</td></tr></table>",
      "<form action='/'><input type=hidden>\(paragraphs)</form>", "<header>\(paragraphs)</header>",
      "<noscript>\(paragraphs)</noscript>", "<aside>\(paragraphs)</aside>",
      "<div>\(first)<br><br>\(second)<br><br>\(third)</div>",
      "<article><p>\(first)</p></article><article><p>\(second)</p></article><article><p>\(third)</p></article>",
      "<div><p>\(first)</p><p>\(second)</p></div></body></html><p>\(third)</p>",
      String(repeating: "<div>", count: 300) + paragraphs + String(repeating: "</div>", count: 300),
    ]
  )
  func weakHints(_ body: String) throws {
    #expect(try text("<html><head><title>The mill</title></head><body>\(body)</body></html>") == Self.all)
  }

  @Test("short paragraphs, dialogue, lists and linked sentences between text stay")
  func shortText() throws {
    let page = """
      <body><article><p>\(Self.first)</p><p>“No.”</p><p>“Why not?”</p><p>\(Self.second)</p><ul><li>forty homes</li>
      <li>two mills</li></ul><p><a href="/r">The report that the council ordered can be read by all.</a></p>
      <p>\(Self.third)</p><p>Then he left.</p></article></body>
      """
    let expected = [
      Self.first, "“No.”", "“Why not?”", Self.second, "forty homes", "two mills",
      "The report that the council ordered can be read by all.", Self.third, "Then he left.",
    ]
    #expect(try text(page) == expected.joined(separator: "\n\n") + "\n")
  }

  @Test("links to other articles, comments, author boxes, donation calls and notes on cookies stay out")
  func furniture() throws {
    let page = """
      <body><div class="cookie-banner"><p>We use cookies, and so do our forty partners, to show you what you like best.</p></div>
      <main><h1>Fire at the mill</h1><div class="byline">By Ann Lee</div>\(Self.paragraphs)
      <ul><li><a href="/1">The mill was sold last year to a firm that builds houses</a></li>
      <li><a href="/2">What the mayor knew about the fire, and when she knew it</a></li></ul>
      <p>Support our journalism: give what you can to keep the paper alive for one more year, please.</p>
      <div class="author-bio"><p>Ann Lee has written about mills and fires for The Courier since she was twenty.</p></div></main>
      <section id="comments"><p>I have never read such nonsense in all my life, and I have read a lot of nonsense here.</p>
      <p>Well said, and may I add that the mayor, the owner and the insurers are all to blame for this, too.</p></section></body>
      """
    #expect(try text(page) == Self.all)
  }

  @Test("the title comes without the site's name, whoever says it")
  func titles() throws {
    for head in [
      "<title>Fire at the old mill | The Courier</title>", "<title>Fire at the old mill - The Courier</title>",
      "<meta property='og:title' content='Fire at the old mill - The Courier'><meta property='og:site_name' content='The Courier'>",
      """
      <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Fire at the old mill",
        "publisher": {"name": "The Courier"}}]}</script><title>Courier</title>
      """,
    ] {
      #expect(try read("<head>\(head)</head><body>\(Self.paragraphs)</body>").metadata.title == "Fire at the old mill")
    }
  }

  @Test(
    "the day of publication is found where pages put it",
    arguments: [
      "<meta property='article:published_time' content='2026-03-01'>",
      "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-03-01\"}]</script>",
      "<span itemprop='datePublished'>1 March 2026</span>", "<time datetime='2026-03-01'>yesterday</time>",
      "<link rel='canonical' href='https://example.org/2026/03/01/mill'>", "<p class='date'>March 1st, 2026</p>",
      "<div class='byline'>By Ann Lee, Sunday, 1 March 2026</div>", "<div class='posted'>01.03.2026, 10:00</div>",
      "<meta name='pubdate' content='20260301'>",
    ]
  )
  func dates(_ place: String) throws {
    #expect(try read("<html lang='en-GB'><body>\(place)\(Self.paragraphs)</body></html>").metadata.date == "2026-03-01")
  }

  @Test("dates are read in the page's language")
  func languages() throws {
    for (language, date) in [
      ("de", "1. März 2026"), ("fr", "1er mars 2026"), ("es", "1 de marzo de 2026"), ("ja", "2026年3月1日"),
    ] {
      let page = "<html lang='\(language)'><body><p class='date'>\(date)</p>\(Self.paragraphs)</body></html>"
      #expect(try read(page).metadata.date == "2026-03-01", "\(language)")
    }
  }

  @Test("a page may call its language what it likes", arguments: ["x", "en-gb'", "\u{FFFD}", "日本", "-", "_"])
  func nonsenseLanguages(_ unit: String) throws {
    for count in [1, 8, 35, 36, 200, 5_000] {
      let tag = String(repeating: unit, count: count)
      let page = "<html lang=\"\(tag)\"><body><article><p>March 3, 2026</p>\(Self.paragraphs)</article></body></html>"
      #expect(try text(page).contains(Self.second))
    }
  }

  @Test("author, site and address are found")
  func about() throws {
    let metadata = try read(
      """
      <head><script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Ann Lee"}, {"name": "Bo Berg"}],
      "publisher": {"name": "The Courier"}, "url": "https://example.org/mill"}</script></head><body>\(Self.paragraphs)</body>
      """
    ).metadata
    #expect(metadata.author == "Ann Lee, Bo Berg")
    #expect(metadata.site == "The Courier")
    #expect(metadata.url == "https://example.org/mill")
  }

  @Test("Latin-1 has curly quotes, one bad byte is repaired, control characters are dropped, and it is said")
  func encodings() throws {
    let latin =
      Array("<meta charset=iso-8859-1><body>".utf8)
      + Self.paragraphs.unicodeScalars.map {
        $0 == "“" ? 0x93 : $0 == "”" ? 0x94 : UInt8($0.value)
      }
    let read = try read(latin)
    #expect(read.text[read.text.span] == Self.all)
    var broken = Array("<meta charset=utf-8><body><p>café</p>\(Self.paragraphs)".utf8)
    let place = try #require(broken.firstRange(of: Array("people".utf8)))
    broken.replaceSubrange(place, with: [0x70, 0x92, 0x01])
    let repaired = try self.read(broken)
    #expect(repaired.text[repaired.text.span] == Self.all.replacing("people", with: "p’"))
    #expect(repaired.diagnostics.map(\.code.id) == ["D214", "D214"])
    let wide: [UInt8] = "\u{FEFF}<body>\(Self.paragraphs)</body>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let sixteen = try self.read(wide)
    #expect(sixteen.text[sixteen.text.span] == Self.all)
  }
}
