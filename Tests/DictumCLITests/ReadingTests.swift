import Foundation
import Testing

@Suite("Reading")
struct ReadingTests {
  private static let formats = Tool.root.path + "/Tests/Formats"

  /// What a report says of its article's text and origin, in the order of `keys`.
  private func known(_ line: Substring) throws -> [String] {
    let report = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let keys = ["text", "title", "date", "url", "language", "author", "site"]
    return keys.map { report[$0] as? String ?? "" }
  }

  @Test(
    "run and batch read an article alike, whatever its format",
    arguments: [
      "article.docx", "libreoffice.odt", "pandoc.rtf", "columns.pdf", "pandoc.epub", "page.html", "page.mhtml",
      "mail.eml",
      "mails.mbox", "feed.atom", "article.nitf.xml", "article.newsml.xml", "pandoc.tei.xml", "mediacloud.csv",
      "table.tsv",
      "list.json", "lines.jsonl.zst", "article.ninjs.json", "articles.tar.xz", "ccnews.warc.gz", "nexis.docx",
      "factiva.rtf",
    ]
  )
  func alike(_ name: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = "\(Self.formats)/\(name)"
    let articles = folder.url.appendingPathComponent("articles")
    try FileManager.default.createDirectory(at: articles, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: file, toPath: articles.appendingPathComponent(name).path)
    let out = folder.url.appendingPathComponent("out").path
    _ = try Tool.run(["batch", "Pipelines/segment.yaml", articles.path, "--out", out, "--ndjson", "--quiet"])
    let lines = try String(contentsOfFile: out + "/reports.ndjson", encoding: .utf8).split(separator: "\n")
    let batch = try lines.filter { !$0.contains("\"error\":") }.map(known)
    let run = try Tool.run("run", "Pipelines/segment.yaml", file, "--format", "ndjson").output.split(separator: "\n")
    #expect(!batch.isEmpty)
    #expect(try run.map(known) == batch)
  }

  @Test(
    "stream reads objects of all shapes as batch reads them",
    arguments: ["lines.jsonl", "article.json", "article.ninjs.json"]
  )
  func stream(_ name: String) throws {
    let file = "\(Self.formats)/\(name)"
    let run = try Tool.run("run", "Pipelines/segment.yaml", file, "--format", "ndjson").output.split(separator: "\n")
    let input = try String(contentsOfFile: file, encoding: .utf8) + "\n"
    let stream = try Tool.run("stream", "Pipelines/segment.yaml", input: "\u{FEFF}" + input).output.split(
      separator: "\n"
    )
    #expect(!stream.isEmpty)
    #expect(try stream.map(known) == run.map(known))
  }

  @Test("a PDF where its reader is not installed has a record that says what to install")
  func missingTool() throws {
    let command = "PATH=/nowhere $DICTUM run Pipelines/segment.yaml \(Self.formats)/article.pdf Examples/trilateral.txt"
    let result = try Tool.shell(command)
    #expect(result.status == 1)
    #expect(result.errors.contains("[D217]") && result.errors.contains("poppler-utils"))
    #expect(result.output.contains("Blinken"))
  }
}
