import DictumKit
import Testing

@testable import DictumNeural

@Suite struct EncoderTests {
  let tiny = TinyModel()
  let text = Array(
    "The minister said nothing new. “The cafés win,” a minister said. B b 50% winning! The resumes, the résumés.".utf8
  )

  /// Sentences after `.` and `!`.
  var sentences: [TextSpan] {
    var spans: [TextSpan] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x2E || byte == 0x21 {
      spans.append(TextSpan(start: start, end: index + 1))
      start = min(index + 2, text.count)
    }
    return spans
  }

  @Test func floatVectorsMatchPlainLoops() throws {
    let encoder = try Encoder(tiny.open(.float32))
    #expect(try difference(encoder) < 1e-4)
  }

  @Test func byteVectorsStayNearPlainLoops() throws {
    let encoder = try Encoder(tiny.open(.int8))
    #expect(try difference(encoder) < 0.25)
  }

  /// The largest difference from plain loops, window by window of the packed batch.
  private func difference(_ encoder: Encoder) throws -> Float {
    let document = try encoder.encode(text, sentences: sentences)
    #expect(document.windows.count > 1)
    var largest: Float = 0
    let list = encoder.tokenize(text)
    for (index, window) in document.windows.enumerated() {
      var batch = PackedBatch()
      batch.append(list, window.context, encoder.model.tokenizer.vocabulary)
      let expected = ReferenceEncoder(model: tiny).run(batch.rows)
      let first = document.words[window.context.lowerBound].pieces.lowerBound
      for piece in document.pieces(of: window.words) {
        for (found, wanted) in zip(document.vector(ofPiece: piece), expected[piece - first + 1]) {
          largest = max(largest, abs(found - Float(wanted)))
        }
      }
      let start = index * document.width
      for (found, wanted) in zip(document.windowVectors[start..<start + document.width], expected[0]) {
        largest = max(largest, abs(found - Float(wanted)))
      }
    }
    return largest
  }

  @Test func longWindowsTakeTheOtherRouteToTheSameVectors() throws {
    let heads = 2
    let attention = Attention(heads: heads, headWidth: 16, longest: 130)
    for rows in [1, 3, 95, 96, 97, 130] {
      let projected = (0..<rows * 96).map { Float(($0 * 7919) % 1000) / 500 - 1 }
      var context = [Float](repeating: 0, count: rows * 32)
      projected.withUnsafeBufferPointer { source in
        context.withUnsafeMutableBufferPointer { target in
          guard let source = source.baseAddress, let target = target.baseAddress else { return }
          attention.apply(source, rows: rows, into: target)
        }
      }
      let expected = plainAttention(projected, rows: rows, heads: heads, headWidth: 16)
      #expect(zip(context, expected).allSatisfy { abs($0 - $1) < 1e-5 }, "\(rows) rows")
    }
  }

  private func plainAttention(_ projected: [Float], rows: Int, heads: Int, headWidth: Int) -> [Float] {
    let width = heads * headWidth
    var context = [Float](repeating: 0, count: rows * width)
    for head in 0..<heads {
      for row in 0..<rows {
        let scores = (0..<rows).map { other in
          (0..<headWidth).reduce(Float(0)) { sum, column in
            sum + projected[row * 3 * width + head * headWidth + column]
              * projected[other * 3 * width + width + head * headWidth + column]
          } / Float(headWidth).squareRoot()
        }
        for (other, weight) in softmax(scores[...], temperature: 1).enumerated() {
          for column in 0..<headWidth {
            context[row * width + head * headWidth + column] +=
              weight * projected[other * 3 * width + 2 * width + head * headWidth + column]
          }
        }
      }
    }
    return context
  }

  @Test func workersShareWeightsAndAgreeToTheByte() async throws {
    for precision in Precision.allCases {
      let model = try tiny.open(precision)
      let pool = EncoderPool(model)
      let (text, sentences) = (text, sentences)
      let alone = try Encoder(model).encode(text, sentences: sentences)
      let results = try await withThrowingTaskGroup(of: [Float].self) { group in
        for _ in 0..<16 {
          group.addTask {
            try pool.withEncoder { encoder throws(DictumError) in
              try encoder.encode(text, sentences: sentences).vectors
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(results.allSatisfy { $0 == alone.vectors })
    }
  }

  @Test func everyWordKnowsItsSentence() throws {
    let document = try Encoder(tiny.open(.int8)).encode(text, sentences: sentences)
    for sentence in document.sentences {
      for word in document.words[sentence.words] { #expect(sentence.span.contains(word.span)) }
    }
    #expect(document.sentences.map(\.words.count).reduce(0, +) == document.words.count)
  }

  @Test func anEmptyTextHasNoVectors() throws {
    let encoder = try Encoder(tiny.open(.int8))
    for empty in [[], Array("  \n\u{200B} ".utf8)] {
      let document = try encoder.encode(empty, sentences: [TextSpan(start: 0, end: empty.count)])
      #expect(document.words.isEmpty && document.vectors.isEmpty && document.windows.isEmpty)
      #expect(try Tagger("people", of: encoder.model).tag(document, with: encoder).isEmpty)
    }
  }

  @Test func sentencesThatDoNotFitTheTextAreCutToIt() throws {
    let document = try Encoder(tiny.open(.int8)).encode(
      Array("The minister said nothing.".utf8),
      sentences: [TextSpan(start: 4, end: 17), TextSpan(start: 0, end: 12), TextSpan(start: 20, end: 400)]
    )
    #expect(document.words.count == 6)
    #expect(document.sentences.map(\.words.count) == [2, 0, 2])
  }
}
