import DictumKit
import Testing

@testable import DictumNeural

@Suite struct TokenizerTests {
  let encoder: Encoder

  init() throws { encoder = try Encoder(TinyModel().open(.int8)) }

  /// Pieces as the vocabulary writes them, each with the part of the text that it covers.
  private func pieces(_ text: String) -> [String] {
    let source = SourceText(text)
    let list = encoder.tokenize(source.bytes)
    return zip(list.ids, list.spans).map { id, span in
      "\(encoder.model.tokenizer.vocabulary.text(of: id))=\(source[span])"
    }
  }

  @Test func longestPiecesComeFirst() {
    #expect(
      pieces("The ministers, winning.") == [
        "the=The", "minister=minister", "s=s", ",=,", "win=win", "ning=ning", ".=.",
      ]
    )
  }

  @Test func accentsFallAwayButSpansKeepThem() {
    #expect(pieces("café cafe\u{301} RÉSUMÉ") == ["cafe=café", "cafe=cafe\u{301}", "re=RÉ", "sume=SUMÉ"])
  }

  @Test func ideographsStandAlone() {
    #expect(pieces("東京the") == ["東=東", "京=京", "the=the"])
  }

  @Test func unknownWordsAreOnePiece() {
    #expect(pieces("the zebra 😀") == ["the=the", "[UNK]=zebra", "[UNK]=😀"])
  }

  @Test func specialPiecesInTheTextAreOrdinaryText() {
    #expect(pieces("[SEP]").count == 3)
  }

  @Test func controlAndFormatCharactersVanish() {
    #expect(pieces("mini\u{AD}ster\u{0} \u{FEFF}the\u{200B}") == ["minister=mini\u{AD}ster", "the=the"])
  }

  @Test func lowerCaseFollowsUnicode() {
    #expect(pieces("STRAẞE Σ") == ["stra=STRA", "ße=ẞE", "σ=Σ"])
  }

  @Test func aWordOfMoreThanAHundredCharactersIsUnknown() {
    #expect(pieces(String(repeating: "b", count: 101)).count == 1)
    #expect(pieces("a " + String(repeating: "b", count: 20)).count == 21)
  }

  @Test func bytesThatAreNotUTF8AreLeftOut() {
    let list = encoder.tokenize([0x61, 0xFF, 0xC3, 0x28, 0xF0, 0x9F, 0x62, 0xE2, 0x82])
    #expect(list.words.allSatisfy { $0.span.end <= 9 })
  }

  @Test(arguments: [
    ("minister", WordShape.lower), ("Minister", .capitalised), ("I", .oneUpperLetter), ("NATO", .allCapitals),
    ("McDonald", .mixedCase), ("iPhone", .mixedCase), ("1984", .digits), ("½", .digits), ("B2", .lettersAndDigits),
    ("…", .punctuation), ("😀", .punctuation), ("東", .caseless), ("Ångström", .capitalised), ("ÉLAN", .allCapitals),
    ("ملك", .caseless), ("ǅ", .oneUpperLetter),
  ])
  func shapesComeFromTheOriginalText(word: String, shape: WordShape) {
    #expect(encoder.tokenize(Array(word.utf8)).words.map(\.shape) == [shape])
  }

  @Test func spansAreWholeCharactersInOrder() throws {
    let alphabet = Array(
      "aB9 .,“”é\u{301}ßΣ東한ｶ😀\u{200D}\u{FE0F}\n\t\u{AD}ﬁ≠½İ\u{E000}\u{1F1E9}\u{1F1EA}".unicodeScalars
    )
    var state: UInt64 = 99
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.unicodeScalars.append(alphabet[Int((state >> 33) % UInt64(alphabet.count))])
      }
      let source = SourceText(text)
      let list = encoder.tokenize(source.bytes)
      var end = 0
      for word in list.words {
        #expect(word.span.start >= end && !word.span.isEmpty)
        #expect(source.isScalarBoundary(word.span.start) && source.isScalarBoundary(word.span.end))
        #expect(!word.pieces.isEmpty)
        #expect(list.spans[word.pieces.lowerBound].start == word.span.start)
        #expect(list.spans[word.pieces.upperBound - 1].end == word.span.end)
        end = word.span.end
      }
      #expect(list.words.last?.pieces.upperBound ?? 0 == list.ids.count)
    }
  }
}
