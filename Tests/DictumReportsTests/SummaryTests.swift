import DictumKit
import DictumReports
import DictumTesting
import Testing

@Suite("Summary")
struct SummaryTests {
  @Test("voices come most heard first, with role, places, cues, how the speaker was found, and sides by entity's name")
  func voices() throws {
    var article = try ArticleBuilder(
      """
      ⟦e0 Minister Ann Lee⟧ said: “⟦q0 We will help Norway⟧.”
      “⟦q1 It was a mistake⟧,” ⟦e1 Bo Ek⟧ said. ⟦e0 She⟧ added that ⟦q2 the minister of old was “right” on Oslo⟧.
      A ⟦x spokesman⟧ denied ⟦q3 any plan⟧.
      """
    )
    article.entity("e0", "Ann Lee", .person)
    article.entity("e1", "Bo Ek", .person)
    article.entity("e2", "Kingdom of Norway", .location)
    try article.quote("q0", .direct, cue: "said", source: "Minister Ann Lee", speakers: ["e0"])
    try article.quote("q1", .direct, cue: "said", source: "Bo Ek", speakers: ["e1"])
    try article.quote("q2", .mixed, cue: "added", source: "She", speakers: ["e0"])
    try article.quote("q3", .indirect, cue: "denied", source: "spokesman", speakers: [])
    article.stance("q0", holders: ["e0"], "Norway", entity: "e2", .favor)
    article.stance("q2", holders: ["e0"], "Oslo", entity: nil, .against)
    article.stance("q2", holders: ["e0"], "weather", entity: nil, .favor, confidence: 0.3)
    #expect(
      Summary(article.document).text == """
        Trip
        2026-05-01 · trip.txt
        4 statements by 2 · 3 names, 2 of people

        Ann Lee (Minister) · 2 statements
          ¶1   said: “We will help Norway”
               for Kingdom of Norway
          ¶2   added (from “She”): the minister of old was “right” on Oslo
               against Oslo

        Bo Ek · 1 statement
          ¶2   said: “It was a mistake”

        “spokesman” (unresolved) · 1 statement
          ¶3   denied: any plan

        possible, not shown: 1 position
        """
    )
  }

  @Test("no text breaks the layout or reaches the terminal as anything but signs")
  func hostile() throws {
    var article = try ArticleBuilder("“⟦q0 We \u{1B}]0;owned\u{07}\nwon \u{202E}now⟧,” ⟦e0 Ann\r\nLee⟧ said.")
    article.entity("e0", "Ann\u{1B}[2J Lee" + String(repeating: "e", count: 1_000_000), .person)
    try article.quote("q0", .direct, cue: "said", source: "Ann\r\nLee", speakers: ["e0"])
    article.document.metadata.title = "T\u{9B}2J"
    let text = Summary(article.document, style: SummaryStyle(width: 60)).text
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)) })
    #expect(text.contains("We ␛]0;owned␇ won ‹U+202E›now"))
    #expect(text.hasPrefix("T‹U+009B›2J\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  @Test("colours stand around words only when asked for, and lines keep to the width of wide characters")
  func style() throws {
    var article = try ArticleBuilder("⟦e0 Ann⟧ said ⟦q0 東京東京東京東京東京東京東京東京東京東京東京東京東京⟧.")
    article.entity("e0", "Ann", .person)
    try article.quote("q0", .indirect, cue: "said", source: "Ann", speakers: ["e0"])
    let plain = Summary(article.document, style: SummaryStyle(width: 40)).text
    #expect(!plain.contains("\u{1B}"))
    #expect(plain.hasSuffix("  ¶1   said:\n       東京東京東京東京東京東京東京東京\n       東京東京東京東京東京"))
    let coloured = Summary(article.document, style: SummaryStyle(width: 40, isColoured: true)).text
    #expect(coloured.contains("\u{1B}[1mAnn\u{1B}[0m"))
  }
}
