import DictumKit
import Foundation
import DictumReports
import DictumSystem
import Testing

@testable import DictumReading

/// Reads the files of Tests/Formats, which `Tests/Formats/make` makes with the tools that people use.
@Suite("Formats")
struct FormatTests {
  private static let paragraphs = FormatFiles.paragraphs
  private static let text = FormatFiles.text

  private func read(_ name: String, fields: ArticleFields = ArticleFields()) -> [ReadFile] {
    FormatFiles.read(name, fields: fields)
  }

  @Test(
    "a document gives its text, and what it says of itself",
    arguments: [
      ("article.docx", false), ("pandoc.docx", true), ("article.odt", true), ("pandoc.odt", true), ("pandoc.rtf", true),
      ("article.nitf.xml", false), ("article.newsml.xml", false), ("pandoc.tei.xml", false), ("mail.eml", false),
      ("page.mhtml", false), ("article.json", false), ("article.ninjs.json", false), ("page.html", false),
      ("article.md", false), ("libreoffice.docx", false), ("libreoffice.odt", false), ("libreoffice.rtf", false),
    ]
  )
  func documents(_ name: String, showsTitle: Bool) throws {
    let found = read(name)
    #expect(found.count == 1)
    let one = try #require(found.first)
    #expect(one.key == name && one.code == nil)
    #expect(one.text.hasSuffix(Self.text), "\(one.text)")
    if !showsTitle { #expect(one.text == Self.text) }
  }

  @Test("title, author and day are taken from where a format keeps them")
  func about() throws {
    for name in [
      "article.docx", "pandoc.docx", "article.nitf.xml", "article.newsml.xml", "pandoc.tei.xml", "article.json",
      "article.ninjs.json", "pandoc.epub",
    ] {
      let metadata = try #require(read(name).first?.document?.metadata)
      #expect(metadata.title == "Fire at the old mill", "\(name)")
      #expect(metadata.author == "Ann Lee", "\(name)")
      if !name.hasSuffix("docx") {
        #expect(metadata.date?.hasPrefix("2026-03-01") == true, "\(name): \(metadata.date ?? "")")
      }
    }
    let mail = try #require(read("mail.eml").first?.document?.metadata)
    #expect(mail.title == "Feuer in der Mühle" && mail.author == "Ann Lee" && mail.date == "2026-03-01")
    #expect(try #require(read("page.mhtml").first?.document).metadata.url == "https://example.org/mill")
  }

  @Test("an EPUB gives its chapters")
  func books() throws {
    #expect(try #require(read("pandoc.epub").first).text.hasSuffix(Self.text))
  }

  @Test("a PDF gives paragraphs in reading order, without running heads and parted words")
  func papers() throws {
    let parts = (1...2).flatMap { number in
      [
        "Part \(number): a fire broke out at the old mill on Sunday night, and forty people had to leave their homes, the "
          + "police said. The firemen of three towns were there until the morning came.",
        "\"We lost everything,\" said Bo Berg, who has lived beside it for more than twenty years. The neighbourhood is "
          + "without power until Tuesday, when the council meets to decide what comes next.",
      ]
    }
    let paper = try #require(read("article.pdf").first)
    #expect(paper.text == parts.joined(separator: "\n\n"))
    #expect(paper.document?.metadata.title == "Fire at the old mill")
    #expect(read("article-pdf.txt").first?.text == paper.text)
  }

  @Test("a paper of two columns is read column by column, its running heads left out and its parted words whole")
  func columns() throws {
    let expected = try String(contentsOfFile: "\(FormatFiles.folder)/columns.txt", encoding: .utf8)
    let paper = try #require(read("columns.pdf").first)
    #expect(paper.text.split(separator: "\n\n") == expected.dropLast().split(separator: "\n\n"))
  }

  @Test("a feed gives an article an entry", arguments: ["feed.rss", "feed.atom"])
  func feeds(_ name: String) throws {
    let found = read(name)
    #expect(found.map(\.text) == ["A fire broke out.", "Nobody was hurt."].map { "\($0)\n\n\(Self.paragraphs[1])" })
    let first = try #require(found.first?.document)
    #expect(first.metadata.title == "Fire, part 1" && first.metadata.date?.hasPrefix("2026-03-01") == true)
    #expect(first.metadata.url == "https://example.org/1" && first.metadata.site == "The Courier")
    #expect(found.map(\.key) == ["\(name)#1", "\(name)#2"])
  }

  @Test(
    "lists, lines and tables give an article each",
    arguments: ["list.json", "lines.jsonl", "lines.jsonl.gz", "lines.jsonl.zst", "table.tsv"]
  )
  func lists(_ name: String) {
    let found = read(name)
    #expect(found.map(\.text) == Self.paragraphs)
    #expect(found.map(\.key) == (1...3).map { "\(name)#\($0)" })
  }

  @Test("a table of MediaCloud's gives texts with what is known of them")
  func mediaCloud() throws {
    let found = read("mediacloud.csv")
    #expect(found.map(\.text) == [Self.text, "Nobody was hurt."])
    let metadata = try #require(found.first?.document?.metadata)
    #expect(metadata.title == "Fire at the old mill" && metadata.date == "2026-03-01" && metadata.site == "The Courier")
  }

  @Test("a nested field is named by its path, and markup in it is read as a page's")
  func nested() throws {
    var fields = ArticleFields()
    let isKnown = fields.rename("text", to: "main.body")
    #expect(isKnown)
    #expect(read("nested.json", fields: fields).map(\.text) == [Self.text])
  }

  @Test(
    "archives give their members, whatever they are called, and none leads out",
    arguments: ["articles.zip", "articles.tar.xz", "articles.tar.bz2", "articles.7z"]
  )
  func archives(_ name: String) {
    let found = read(name)
    let texts = Dictionary(found.map { ($0.key, $0.text) }, uniquingKeysWith: { first, _ in first })
    #expect(texts["\(name)#one.txt"] == Self.paragraphs[0])
    #expect(texts["\(name)#deep/page.php"] == Self.text)
    if !name.hasSuffix("7z") { #expect(texts["\(name)#escape.txt"] == Self.paragraphs[2]) }
    #expect(found.first { $0.key == "\(name)#picture.png" }?.isPassedOver == true)
  }

  @Test("a crawl gives its pages with their addresses")
  func crawls() throws {
    let found = read("crawl.warc.gz")
    #expect(found.map(\.text) == [Self.text, Self.text])
    #expect(found.first?.document?.metadata.url == "https://example.org/1/")
    #expect(read("wget.warc.gz").map(\.text) == [Self.text])
  }

  @Test("a file of a kind that holds many has a record when it holds none")
  func nothing() throws {
    let reader = ArticleReader(json: DocumentReader(layers: []), encoding: .detect, limit: 1_000)
    for (name, content) in [
      ("a.json", "[]"), ("a.json", #"{"items": [], "x": 1}"#), ("a.jsonl", "\n\n"), ("a.csv", "text\n"),
    ] {
      var source = ArticleSource(bytes: Array(content.utf8), name: name, reader: reader)
      let found = source.next()
      let article = try #require(found, "\(name)")
      #expect(throws: DictumError.self) { try reader.document(of: article, bytes: []) }
      let more = source.next()
      #expect(more?.key == nil)
    }
  }

  @Test("what only begins like a compressed file is damaged, and is not looked into for ever")
  func beginsOnly() throws {
    let reader = ArticleReader(json: DocumentReader(layers: []), encoding: .detect, limit: 1_000)
    for start: [UInt8] in [
      [0x1F, 0x8B, 0x32, 8, 0, 0], [0x28, 0xB5, 0x2F, 0xFD, 1], Array("BZh?".utf8), Array("PK\u{3}\u{4}?".utf8),
    ] {
      var source = ArticleSource(bytes: start + Array("He said so. ".utf8), name: "a", reader: reader)
      var codes: [String] = []
      while let article = source.next(), codes.count < 5 {
        do throws(DictumError) {
          _ = try reader.document(of: article, bytes: [])
        } catch {
          codes += error.diagnostics.map(\.code.id)
        }
      }
      #expect(codes == ["D213"] || codes == ["D215"], "\(codes)")
    }
  }

  @Test(
    "a damaged file has a record that says so",
    arguments: [
      "libreoffice.docx", "libreoffice.odt", "libreoffice.rtf", "columns.pdf", "pandoc.docx", "pandoc.odt",
      "pandoc.epub", "pandoc.rtf", "article.pdf", "feed.rss", "feed.atom",
      "article.nitf.xml", "article.newsml.xml", "pandoc.tei.xml", "articles.zip", "articles.7z", "articles.tar.xz",
      "articles.tar.bz2",
      "lines.jsonl.zst", "lines.jsonl.gz", "wget.warc.gz", "ccnews.warc.gz", "article.json", "article.ninjs.json",
      "list.json", "mediacloud.csv", "table.tsv",
    ]
  )
  func damaged(_ name: String) {
    let codes = read("damaged-\(name)").compactMap(\.code)
    #expect(!Set(codes).isDisjoint(with: ["D205", "D210", "D213", "D216"]), "\(codes)")
  }

  @Test(
    "what is there of a file that was cut off is read, and its report says so",
    arguments: [
      "mail.eml", "page.mhtml", "mails.mbox", "nexis.docx", "nexis.txt", "lexisnexis.txt", "factiva.rtf", "factiva.txt",
    ]
  )
  func cutOff(_ name: String) throws {
    let last = try #require(read("damaged-\(name)").last { $0.document != nil })
    #expect(last.text.contains("mill") || last.text.contains("harbour"))
    #expect(last.document?.diagnostics.map(\.code.id) == ["D216"])
  }
}
