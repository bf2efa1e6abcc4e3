import DictumKit
import DictumPages
import Foundation
import Testing

@Suite("Hostile articles")
struct HostileArticleTests {
  /// A document every string of which tries to be markup.
  private var hostile: Document {
    let attack = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>\u{202E}\u{200B}\u{1B}[2J"
    var document = Document(
      id: attack,
      text: SourceText("\(attack) said.\nHe said “\(attack)”."),
      metadata: Metadata(
        source: attack,
        title: attack,
        date: attack,
        url: "javascript:alert(3)",
        language: attack,
        author: attack,
        site: attack
      )
    )
    let length = attack.utf8.count
    document[.sentences] = [
      Sentence(id: attack, span: TextSpan(start: 0, end: length + 6), paragraph: 0),
      Sentence(id: "s1", span: TextSpan(start: length + 7, end: document.text.count), paragraph: 1),
    ]
    document[.mentions] = [
      Mention(id: attack, span: TextSpan(start: 0, end: length), type: .person, entity: attack)
    ]
    document[.entities] = [Entity(id: attack, type: .person, name: attack, aliases: [attack], mentions: [attack])]
    var quote = Quote()
    quote.id = attack
    let start = length + 7 + "He said “".utf8.count
    quote.spans = [TextPart(TextSpan(start: start, end: start + length))]
    quote.cue = [TextPart(TextSpan(start: length + 10, end: length + 14))]
    quote.source = [TextPart(TextSpan(start: length + 7, end: length + 9))]
    quote.speakers = [attack]
    quote.sentences = ["s1"]
    document[.quotes] = [quote]
    var stance = Stance()
    stance.of = attack
    stance.holders = [attack]
    stance.target.text = attack
    stance.target.span = TextSpan(start: start, end: start + length)
    stance.label = .against
    document[.stances] = [stance]
    document.diagnostics = [Diagnostic(.emptyArticle, attack, severity: .warning)]
    return document
  }

  @Test("nothing of an article becomes markup, an attribute, a control or an override")
  func inert() throws {
    for documents in [[hostile], [hostile, hostile]] {
      let page = String(decoding: ArticlePage(documents).html, as: UTF8.self)
      #expect(page.components(separatedBy: "<script").count == 2)
      #expect(page.components(separatedBy: "<img").count == 1)
      #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
      #expect(!page.contains("javascript:"))
      #expect(page.contains("‹U+202E›‹U+200B›␛[2J"))
      #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)) })
      let policy = try #require(page.firstRange(of: "default-src 'none'"))
      #expect(policy.lowerBound < (page.firstRange(of: "alert(1)")?.lowerBound ?? page.startIndex))
      #expect(!page.contains("unsafe-inline"))
    }
  }

  @Test("a name of a megabyte takes up no more than a line, wherever it is shown")
  func longName() {
    var document = hostile
    document[.entities][0].name = String(repeating: "n", count: 1_000_000)
    document.metadata.title = String(repeating: "t ", count: 500_000)
    #expect(ArticlePage([document]).html.count < 60_000)
  }

  @Test("overlapping and crossing marks keep every character of the text once, in order")
  func overlapping() {
    var document = Document(id: "x", text: SourceText("abcdefghij"))
    document[.quotes] = [(0, 6), (2, 8), (2, 8)].enumerated().map { number, place in
      var quote = Quote()
      quote.id = "q\(number)"
      quote.spans = [TextPart(TextSpan(start: place.0, end: place.1))]
      return quote
    }
    document[.entities] = [Entity(id: "e0", type: .person, name: "Def")]
    document[.mentions] = [Mention(id: "m0", span: TextSpan(start: 3, end: 7), type: .person, entity: "e0")]
    let page = String(decoding: ArticlePage([document]).html, as: UTF8.self)
    let text = page.firstRange(of: "<div class=\"text\">").map { page[$0.upperBound...] } ?? ""
    let paragraph = text.prefix { $0 != "\n" || true }.components(separatedBy: "</p>")[0]
    let visible = paragraph.replacing(/<a class="who.*?<\/a>/, with: "").replacing(/<[^>]*>/, with: "")
    #expect(visible.trimmingCharacters(in: .whitespacesAndNewlines) == "1abcdefghij")
  }
}
