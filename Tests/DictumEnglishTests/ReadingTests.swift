import DictumEnglish
import DictumKit
import Testing

@Suite struct ReadingTests {
  /// A document whose tokens are what blanks part, whose sentences end at “.” and whose paragraphs end at a line's end.
  private static func document(_ text: String) -> Document {
    var document = Document(id: "d", text: SourceText(text))
    let bytes = document.text.bytes
    var start = 0
    var sentenceStart: Int?
    var paragraph = 0
    for index in 0...bytes.count {
      let isEnd = index == bytes.count || bytes[index] == 0x20 || bytes[index] == 0x0A
      guard isEnd else { continue }
      if start < index {
        let isStop = bytes[start] == UInt8(ascii: ".")
        let span = TextSpan(start: start, end: index)
        document[.tokens].append(Token(span: span, kind: isStop ? .punctuation : .word))
        sentenceStart = sentenceStart ?? start
        if isStop, let first = sentenceStart {
          let id = "s\(document[.sentences].count)"
          document[.sentences].append(Sentence(id: id, span: TextSpan(start: first, end: index), paragraph: paragraph))
          sentenceStart = nil
        }
      }
      if index < bytes.count, bytes[index] == 0x0A { paragraph += 1 }
      start = index + 1
    }
    return document
  }

  @Test func wordsAndPlaces() {
    let reading = Reading(Self.document("Éva met US envoys .\nThey won ’t go . She did ."))
    #expect(reading.word(0) == "Éva")
    #expect(reading.isCapitalised(0))
    #expect(!reading.isCapitalised(1))
    #expect(reading.is(5, "they"))
    #expect(!reading.is(99, "they"))
    #expect(reading.is(5, in: .subjectPronouns))
    #expect(reading.paragraphs.count == 2)
    #expect(reading.tokens(ofSentence: 1) == 5..<10)
    #expect(reading.sentenceIDs(touching: [reading.span(6..<12) ?? TextSpan()]) == ["s1", "s2"])
    #expect(reading.text[reading.gap(after: 0)] == " ")
    #expect(reading.text[reading.trimmedToWords(reading.sentences[0].span) ?? TextSpan()] == "Éva met US envoys")
  }

  @Test func aReadingFollowsItsLayers() {
    var document = Self.document("One . Two .")
    #expect(document.derived(.reading).sentences.count == 2)
    document[.sentences] = [document[.sentences][0]]
    #expect(document.derived(.reading).sentences.count == 1)
    document[.quotes] = []
    #expect(!document.has("reading"))
  }

  @Test func nothingToRead() {
    let reading = Reading(Document(id: "d", text: SourceText("")))
    #expect(reading.count == 0)
    #expect(reading.paragraph(at: 0) == 0)
    #expect(reading.sentence(at: 0) == nil)
  }
}
