import DictumKit
@testable import DictumReading
import DictumReports
import DictumRuntime
import Testing

@Suite("Articles")
struct ArticleReaderTests {
  private func read(
    _ content: String,
    _ format: any ArticleFormat.Type,
    fields: ArticleFields = ArticleFields()
  ) throws -> Document {
    try reader(fields).document(Array(content.utf8), format: format, key: "a")
  }

  private func reader(_ fields: ArticleFields = ArticleFields()) -> ArticleReader {
    ArticleReader(json: DocumentReader(layers: [], fields: fields), encoding: .detect, limit: 1_000_000)
  }

  private let page = """
    <!DOCTYPE html><html lang="en-GB"><head><title>Fire at mill — The Courier</title>
    <meta property="og:title" content="Fire at the mill"><link rel="canonical" href="https://example.org/mill">
    <meta property="article:published_time" content="2026-03-01T10:00:00Z"><style>p { color: red }</style></head>
    <body><header><a href="/">The Courier</a></header>
    <nav><ul><li><a href="/uk">UK</a></li><li><a href="/world">World</a></li></ul></nav>
    <article><h1>Fire at the mill</h1><p class="byline">By Ann Lee</p>
    <p>A fire broke out at the old mill on Sunday night, and forty people had to leave their homes, the police
      said.</p>
    <figure><img src="x.jpg"><figcaption>The mill, seen from the bridge on Monday.</figcaption></figure>
    <p>“We lost <b>everything</b>,” said Bo&nbsp;Berg, who has lived beside it for more than twenty years &amp; more.</p>
    <p>Nobody was hurt.</p>
    <div class="related-links"><p>Read more: the mill was sold last year to a firm that builds houses in the town.</p></div>
    <h2>What comes next</h2><p>The council will meet on Tuesday to decide what becomes of what is left of the building.</p>
    <script>var p = "<p>A script is no part of any article, however long its sentences may be, of course.</p>";</script>
    </article>
    <aside><p>Our newsletter brings the ten most important stories of the week to you every Friday morning.</p></aside>
    <footer><p>Copyright The Courier. All rights reserved, and nothing may be copied without our permission.</p></footer>
    </body></html>
    """

  @Test("a web page gives its article, without menus, captions, scripts and what else frames it")
  func html() throws {
    let document = try read(page, HTMLPage.self)
    #expect(
      document.string == """
        A fire broke out at the old mill on Sunday night, and forty people had to leave their homes, the police said.

        “We lost everything,” said Bo Berg, who has lived beside it for more than twenty years & more.

        Nobody was hurt.

        What comes next

        The council will meet on Tuesday to decide what becomes of what is left of the building.

        """
    )
  }

  @Test("a web page says its title, date, address and language")
  func htmlMetadata() throws {
    let metadata = try read(page, HTMLPage.self).metadata
    #expect(metadata.title == "Fire at the mill")
    #expect(metadata.date == "2026-03-01T10:00:00Z")
    #expect(metadata.url == "https://example.org/mill")
    #expect(metadata.language == "en-GB")
    #expect(metadata.author == "Ann Lee")
  }

  @Test("a page in another encoding is read by what it declares")
  func htmlEncoding() throws {
    let before = Array("<html><head><meta charset=\"windows-1252\"></head><body><p>The caf".utf8)
    let after = Array(" was full on Monday, and the waiters ran to and fro between the tables all day.</p></body>".utf8)
    let document = try reader().document(before + [0xE9] + after, format: HTMLPage.self, key: "a")
    #expect(document.string.hasPrefix("The café was full"))
  }

  @Test(
    "a page nested ten thousand deep, or broken, is read or refused, never a crash",
    arguments: [
      String(repeating: "<div>", count: 10_000)
        + "Deep inside stands a sentence of some length, and nobody knows why it does.",
      "<p>An unclosed paragraph <b>with an unclosed <i>bold part of some length in it, and then the file ends",
      "<<<>>><p></", "\u{0}x", "", "<html></html>",
    ]
  )
  func brokenPages(_ page: String) {
    do {
      #expect(try !read(page, HTMLPage.self).text.bytes.isEmpty)
    } catch {
      #expect(error is DictumError)
    }
  }

  @Test("Markdown gives its text and its front matter")
  func markdown() throws {
    let document = try read(
      """
      ---
      title: "The mill"
      date: 2026-03-01
      url: https://example.org/mill
      ---
      # Fire at the mill

      A fire **broke out** at the [old mill](https://example.org/map) on
      Sunday, said *Bo Berg*.

      > “We lost everything,” he said.

      - forty homes
      - two mills

      ![The mill](mill.jpg)

      ```
      code = 1
      ```
      """,
      MarkdownFile.self
    )
    #expect(
      document.string == """
        Fire at the mill

        A fire broke out at the old mill on Sunday, said Bo Berg.

        “We lost everything,” he said.

        forty homes

        two mills

        """
    )
    #expect(document.metadata.title == "The mill")
    #expect(document.metadata.date == "2026-03-01")
    #expect(document.metadata.url == "https://example.org/mill")
  }

  @Test(
    "a link that was left over in a text of paragraphs changes nothing; a text that is a piece of a page is read as one"
  )
  func leftOverLink() throws {
    let left = #"The mayor resigned.\n\nWatch <a href=\"https://example.org\">the video</a>.\n\n“Enough,” she said."#
    let text = try read(#"{"text": "\#(left)"}"#, JSONArticle.self).string
    #expect(
      text == "The mayor resigned.\n\nWatch <a href=\"https://example.org\">the video</a>.\n\n“Enough,” she said."
    )
    let piece = #"{"text": "<p>The mayor\n resigned.</p><p>“Enough,” she <a href='/x'>said</a>.</p>"}"#
    #expect(try read(piece, JSONArticle.self).string == "The mayor resigned.\n\n“Enough,” she said.")
  }

  @Test("JSON articles may use names of their own")
  func fields() throws {
    var fields = ArticleFields()
    #expect(fields.rename("text", to: "body") && fields.rename("title", to: "headline"))
    let document = try read(#"{"body": "Ann left.", "headline": "News", "id": 7}"#, JSONArticle.self, fields: fields)
    #expect(document.string == "Ann left.")
    #expect(document.metadata.title == "News")
    #expect(document.id == "7")
  }

  @Test("a text in another encoding is detected")
  func encoding() throws {
    let text = "Die Bürgermeisterin sagte, die Brücke über die Spree müsse für zwölf Monate gesperrt werden. "
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    #expect(try reader().document(bytes, format: PlainText.self, key: "a").string == text)
  }

  @Test("what is no article is refused with its reason")
  func refused() {
    for (content, code) in [("", "D210"), (" \n\t", "D210"), ("\u{0}\u{1}a\u{2}\u{3}b\u{0}", "D211")] {
      #expect { try read(content, PlainText.self) } throws: { ($0 as? DictumError)?.diagnostics.first?.code.id == code }
    }
  }
}

extension Document {
  /// The text.
  fileprivate var string: String { text[text.span] }
}
