import DictumKit
import Testing

/// Exports of news databases, mailboxes and crawls: files of many articles.
@Suite("Files of many articles")
struct NewsExportTests {
  private static let harbour = """
    The council closed the old harbour to large ships on Monday, by thirty votes to twelve.

    “Nobody asked us,” said Omar Haddad, who sells ice cream on the quay.
    """

  @Test(
    "an export of Nexis or Factiva is parted into its articles, with what is known of each",
    arguments: [
      "nexis.docx", "nexis.html", "nexis.txt", "lexisnexis.txt", "factiva.rtf", "factiva.html", "factiva.txt",
      "factiva-plain.html",
    ]
  )
  func exports(_ name: String) throws {
    let found = FormatFiles.read(name)
    #expect(found.map(\.text) == [FormatFiles.text, Self.harbour])
    #expect(found.map(\.key) == ["\(name)#1", "\(name)#2"])
    let (first, second) = (try #require(found.first?.document), try #require(found.last?.document))
    #expect(first.metadata.title == "Fire at the old mill" && second.metadata.title == "Council closes the harbour")
    #expect(first.metadata.date == "2026-03-01" && second.metadata.date == "2026-03-02")
    #expect(first.metadata.site == "The Courier")
    #expect(second.metadata.site?.hasPrefix("Harbour Post") == true)
    #expect(first.metadata.author?.lowercased() == "ann lee")
    #expect(second.metadata.author?.lowercased().hasPrefix("bo berg") == true)
    #expect(first.metadata.language == "en" && second.metadata.language == "en")
    #expect(first.diagnostics.isEmpty && second.diagnostics.isEmpty)
    if name.hasPrefix("factiva") { #expect(first.id == "COUR000020260301em3100001") }
  }

  @Test("an export may lie in an archive, and a text that only speaks of one is a text")
  func elsewhere() {
    for text in [
      "End of Document", "He read “End of Document”.\n\nBody\n\nLength: 3 words", "3 of 4 DOCUMENTS are lost.",
    ] {
      let found = FormatFiles.read(bytes: Array(text.utf8), name: "a.txt")
      #expect(found.map(\.text) == [text])
      #expect(found.map(\.key) == ["a.txt"])
    }
  }

  @Test("an mbox is parted into its mails")
  func mailbox() throws {
    let found = FormatFiles.read("mails.mbox")
    #expect(found.map(\.text) == [FormatFiles.text, "From the quay, a report.\n\n\(Self.harbour)"])
    #expect(found.map(\.key) == ["mails.mbox#1", "mails.mbox#2"])
    let second = try #require(found.last?.document?.metadata)
    #expect(second.title == "Council closes the harbour" && second.author == "Ann Lee" && second.date == "2026-03-02")
  }

  @Test("a mail over the limit is on record, and those around it are read")
  func longMail() throws {
    let mails = ["One.", String(repeating: "Two. ", count: 100), "Three."].map {
      "From a@example.org Sun Mar  1 10:00:00 2026\nFrom: a@example.org\nSubject: s\nTo: b@example.org\n\n\($0)\n\n"
    }
    let found = FormatFiles.read(bytes: Array(mails.joined().utf8), name: "box", limit: 400)
    #expect(found.map(\.text) == ["One.", "", "Three."])
    #expect(found.map(\.code) == [nil, "D204", nil])
  }

  @Test("a news crawl gives its pages with address, author and day, and what is no page is on record")
  func newsCrawl() throws {
    let found = FormatFiles.read("ccnews.warc.gz")
    let pages = found.filter { $0.document != nil }
    #expect(pages.map(\.text) == [FormatFiles.text])
    let metadata = try #require(pages.first?.document?.metadata)
    #expect(metadata.url == "https://example.org/mill" && metadata.author == "Ann Lee" && metadata.date == "2026-03-01")
    #expect(found.filter(\.isPassedOver).map(\.key) == ["ccnews.warc.gz#https://example.org/ticker.css"])
  }
}
