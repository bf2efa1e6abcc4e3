import DictumKit
import Foundation
import Testing

@testable import DictumNeural

/// Compares with what PyTorch made of the same weights.
@Suite struct ParityTests {
  @Test("the fixtures were made of the weights that are shipped")
  func fixturesAreFresh() {
    #expect(ParityFixture.isComplete, "write them anew: Training/encoder/parity.py")
  }

  @Test func tokenizerAgreesWithTraining() throws {
    let fixture = try ParityFixture()
    let encoder = try Encoder(fixture.model(.int8))
    for text in fixture.cases.flatMap(\.texts) {
      let list = encoder.tokenize(Array(text.text.utf8))
      #expect(list.ids.map(Int.init) == text.pieces.map(\.id), "\(text.text)")
      #expect(list.spans.map { [$0.start, $0.end] } == text.pieces.map(\.span), "\(text.text)")
      #expect(list.words.map { [$0.span.start, $0.span.end] } == text.words.map(\.span), "\(text.text)")
      #expect(list.words.map { Int($0.shape.rawValue) } == text.words.map(\.shape), "\(text.text)")
    }
  }

  @Test func floatVectorsMatchPyTorch() throws {
    let fixture = try ParityFixture()
    let encoder = try Encoder(fixture.model(.float32))
    var largest: Float = 0
    for (index, item) in fixture.cases.enumerated() {
      let expected = try fixture.array("\(index).encoder")
      largest = max(largest, difference(try rows(of: item, encoder), expected))
    }
    #expect(largest < 1e-4, "largest difference \(largest)")
    print("largest difference of fp32 vectors from PyTorch: \(largest)")
  }

  @Test func byteVectorsStayClose() throws {
    let fixture = try ParityFixture()
    let encoder = try Encoder(fixture.model(.int8))
    for (index, item) in fixture.cases.enumerated() {
      let expected = try fixture.array("\(index).encoder")
      let found = try rows(of: item, encoder)
      let width = encoder.model.config.width
      for row in 0..<expected.count / width {
        let part = row * width..<(row + 1) * width
        #expect(cosine(found[part], expected[part]) > 0.98, "case \(index), piece \(row)")
      }
    }
  }

  @Test func headsMatchPyTorch() throws {
    let fixture = try ParityFixture()
    let model = try fixture.model(.float32)
    let encoder = try Encoder(model)
    for (index, item) in fixture.cases.enumerated() where item.kind == "text" {
      guard let text = item.texts.first, let target = item.target else { continue }
      let bytes = Array(text.text.utf8)
      let document = try encoder.encode(bytes, sentences: [TextSpan(start: 0, end: bytes.count)])
      for head in model.heads where head.kind == .tagger {
        let found = try Tagger(head.name, of: model).logits(document, with: encoder)
        #expect(difference(found, try fixture.array("\(index).logits.\(head.name)")) < 1e-3, "\(head.name), \(index)")
      }
      let stance = try SpanClassifier("stance-span", of: model)
        .classify([TextSpan(start: target[0], end: target[1])], in: document, with: encoder)
      #expect(agrees(stance[0], try fixture.array("\(index).logits.stance-span"), model.heads), "stance-span, \(index)")
      let sentiment = try SentenceClassifier("sentiment", of: model)
        .classify(words: document.sentences.map(\.words), in: document, with: encoder)
      #expect(agrees(sentiment[0], try fixture.array("\(index).logits.sentiment"), model.heads), "sentiment, \(index)")
    }
    for (index, item) in fixture.cases.enumerated() where item.kind == "link" {
      let bytes = Array(item.texts[0].text.utf8)
      let document = try encoder.encode(bytes, sentences: [TextSpan(start: 0, end: bytes.count)])
      let spans = try #require(item.spans).map { TextSpan(start: $0[0], end: $0[1]) }
      let question = LinkScorer.Question(anaphor: spans[0], candidates: Array(spans.dropFirst()))
      let links = try LinkScorer("links", of: model).probabilities([question], in: document, with: encoder)
      let logits = try [0] + fixture.array("\(index).logits.links")
      let expected = softmax(logits[...], temperature: 1).dropFirst()
      #expect(difference(links[0], Array(expected)) < 1e-4, "links")
    }
    for (index, item) in fixture.cases.enumerated() where item.kind == "pair" {
      let pair = PairClassifier.Pair(statement: Array(item.texts[0].text.utf8), text: Array(item.texts[1].text.utf8))
      let stance = try PairClassifier("stance-text", of: model).classify([pair], with: encoder)
      #expect(agrees(stance[0], try fixture.array("\(index).logits.stance-text"), model.heads), "stance-text, \(index)")
    }
  }

  @Test func treesMatchPyTorch() throws {
    let fixture = try ParityFixture()
    let model = try fixture.model(.float32)
    let encoder = try Encoder(model)
    let item = try #require(fixture.cases.first { $0.kind == "tree" })
    let tokens = try #require(item.tokens)
    let bytes = Array(item.texts[0].text.utf8)
    let document = try encoder.encode(bytes, sentences: [TextSpan(start: 0, end: bytes.count)])
    let parser = try DependencyParser("syntax", of: model)
    let found = try parser.parse(
      bytes,
      tokens: tokens.map(\.span),
      sentences: [0..<tokens.count],
      in: document,
      with: encoder
    )
    #expect(found.map { parser.description.partsOfSpeech[$0.part] } == tokens.map(\.part))
    #expect(found.map { $0.head.map { $0 + 1 } ?? 0 } == tokens.map(\.head))
    #expect(found.map { parser.description.labels[$0.relation] } == tokens.map(\.relation))
  }

  /// All rows of a case, `[CLS]` and `[SEP]` included, from the ids that PyTorch saw.
  private func rows(of item: ParityFixture.Case, _ encoder: Encoder) throws -> [Float] {
    var batch = PackedBatch()
    for (index, id) in item.ids.enumerated() {
      batch.rows.append(
        PieceRow(
          id: Int32(id),
          position: Int32(index),
          segment: UInt8(item.segments[index]),
          shape: WordShape(rawValue: UInt8(item.shapes[index])) ?? .special
        )
      )
    }
    batch.windows = [0..<batch.rows.count]
    let hidden = try encoder.pass.run(batch)
    return Array(UnsafeBufferPointer(start: hidden, count: batch.rows.count * encoder.model.config.width))
  }

  private func agrees(_ found: LabelScores?, _ logits: [Float], _ heads: [HeadDescription]) -> Bool {
    guard let found, let head = heads.first(where: { $0.labels == found.labels && $0.kind != .tagger }) else {
      return false
    }
    // The two stance heads have the same labels, and temperatures of their own.
    let fits = heads.filter { $0.labels == head.labels }.map(\.temperature)
    return fits.contains { difference(found.probabilities, softmax(logits[...], temperature: $0)) < 1e-4 }
  }
}

private func difference(_ a: [Float], _ b: [Float]) -> Float {
  a.count == b.count ? zip(a, b).map { abs($0 - $1) }.max() ?? 0 : .infinity
}

private func cosine(_ a: ArraySlice<Float>, _ b: ArraySlice<Float>) -> Float {
  let dot = zip(a, b).map { $0 * $1 }.reduce(0, +)
  let norms = a.map { $0 * $0 }.reduce(0, +) * b.map { $0 * $0 }.reduce(0, +)
  return dot / norms.squareRoot()
}
