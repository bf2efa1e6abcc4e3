import DictumKit
import Foundation
import Testing

@testable import DictumNeural

@Suite struct ParserTests {
  /// Tokens at the single spaces of a text, and its sentences at line breaks.
  private func cut(_ text: String) -> (bytes: [UInt8], tokens: [TextSpan], sentences: [Range<Int>], spans: [TextSpan]) {
    let bytes = Array(text.utf8)
    var tokens: [TextSpan] = []
    var sentences: [Range<Int>] = []
    var spans: [TextSpan] = []
    var offset = 0
    for line in text.split(separator: "\n") {
      let first = tokens.count
      spans.append(TextSpan(start: offset, end: offset + line.utf8.count))
      for word in line.split(separator: " ") {
        tokens.append(TextSpan(start: offset, end: offset + word.utf8.count))
        offset += word.utf8.count + 1
      }
      sentences.append(first..<tokens.count)
    }
    return (bytes, tokens, sentences, spans)
  }

  private func parse(_ text: String, _ model: Model) throws -> [ParsedToken] {
    let encoder = try Encoder(model)
    let (bytes, tokens, sentences, spans) = cut(text)
    let document = try encoder.encode(bytes, sentences: spans)
    return try DependencyParser("grammar", of: model)
      .parse(bytes, tokens: tokens, sentences: sentences, in: document, with: encoder)
  }

  private let text = "The minister said nothing new .\nthe cafe 's win , “ a b ” .\nStraße 50 % winning the minister"

  @Test func everySentenceHasATreeWithOneRoot() throws {
    for precision in Precision.allCases {
      let parsed = try parse(text, try TinyModel().open(precision))
      for sentence in cut(text).sentences {
        let heads = sentence.map { parsed[$0].head.map { $0 - sentence.lowerBound + 1 } ?? 0 }
        #expect(SpanningTree.isTree(heads), "\(heads)")
        for token in sentence { #expect((parsed[token].relation == 3) == (parsed[token].head == nil)) }
      }
    }
  }

  @Test func scoresAreThoseOfTheFormula() throws {
    let tiny = TinyModel()
    let model = try tiny.open(.float32)
    let encoder = try Encoder(model)
    let (bytes, tokens, sentences, spans) = cut(text)
    let document = try encoder.encode(bytes, sentences: spans)
    let found = try parse(text, model)
    let read = ParserUnits(bytes, tokens: tokens, sentences: sentences, in: document)
    let plain = PlainParser(tiny, document, read)
    for sentence in sentences {
      let expected = plain.parse(sentence)
      #expect(sentence.map { found[$0] } == expected)
    }
  }

  @Test func aTokenReadsThePiecesThatStartInIt() throws {
    let model = try TinyModel().open(.float32)
    let encoder = try Encoder(model)
    // “winning” is “win” and “##ning”; the last token lies within a piece, the one of “the”.
    let text = Array("winning the".utf8)
    let document = try encoder.encode(text, sentences: [TextSpan(start: 0, end: text.count)])
    let tokens = [
      TextSpan(start: 0, end: 3), TextSpan(start: 3, end: 7), TextSpan(start: 8, end: 10), TextSpan(start: 10, end: 11),
    ]
    let read = ParserUnits(text, tokens: tokens, sentences: [0..<4], in: document)
    #expect(read.pieces == [0..<1, 1..<2, 2..<3, 2..<3])
    #expect(read.units == [0..<4])
  }

  @Test func partsOfALongSentenceHangTogether() throws {
    // A window of 24 pieces cannot hold the sentence.
    let text = String(repeating: "the minister said nothing ", count: 12) + "."
    let parsed = try parse(text, try TinyModel().open(.int8))
    #expect(parsed.count(where: { $0.head == nil }) == 1)
    #expect(parsed.contains { $0.relation == 2 })
    #expect(SpanningTree.isTree(parsed.map { $0.head.map { $0 + 1 } ?? 0 }))
  }

  @Test func textThatTheEncoderDoesNotSeeIsParsedInBoundedParts() throws {
    let text = String(repeating: "* ", count: 600) + "*"
    let parsed = try parse(text, try TinyModel().open(.int8))
    #expect(parsed.count == 601 && parsed.count(where: { $0.head == nil }) == 1)
  }

  @Test func aHeadWithoutItsTensorsIsRefused() throws {
    var model = TinyModel()
    model.tensors["heads.grammar.root"] = nil
    #expect(throws: DictumError.self) { try model.open(.int8) }
    #expect(throws: DictumError.self) { try DependencyParser("people", of: TinyModel().open(.int8)) }
  }
}

/// The parser's formula, word by word.
private struct PlainParser {
  let tiny: TinyModel
  let document: EncodedDocument
  let read: ParserUnits

  init(_ tiny: TinyModel, _ document: EncodedDocument, _ read: ParserUnits) {
    self.tiny = tiny
    self.document = document
    self.read = read
  }

  private func linear(_ name: String, _ x: [Float]) -> [Float] {
    let weights = tiny.values("heads.grammar.\(name)")
    let bias = tiny.values("heads.grammar.\(name).bias")
    return bias.enumerated().map { row, bias in
      x.enumerated().reduce(bias) { $0 + weights[row * x.count + $1.offset] * $1.element }
    }
  }

  private func gelu(_ x: [Float]) -> [Float] { x.map { $0 * 0.5 * (1 + erf($0 / Float(2).squareRoot())) } }

  private func features(_ token: Int, _ sentence: Range<Int>) -> [Float] {
    let pieces = read.pieces[token]
    var x = (0..<document.width).map { column in
      pieces.reduce(0) { $0 + document.vectors[$1 * document.width + column] } / Float(max(1, pieces.count))
    }
    let table = tiny.values("heads.grammar.shape")
    for neighbour in [token - 1, token, token + 1] {
      let shape = sentence.contains(neighbour) ? Int(read.shapes[neighbour].rawValue) : 0
      x += table[shape * 16..<(shape + 1) * 16]
    }
    return x
  }

  private func best(_ scores: [Float], but label: Int? = nil) -> Int {
    scores.indices.filter { $0 != label }.max { scores[$0] < scores[$1] } ?? 0
  }

  func parse(_ sentence: Range<Int>) -> [ParsedToken] {
    let x = sentence.map { features($0, sentence) }
    let heads = [tiny.values("heads.grammar.root")] + x.map { gelu(linear("arc_head", $0)) }
    let scores = x.enumerated().flatMap { place, x in
      let vector = linear("arc_bilinear", gelu(linear("arc_dependent", x)))
      return heads.map { zip(vector, $0).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    return zip(x, SpanningTree.heads(scores, count: x.count)).map { own, head in
      let governor = head == 0 ? tiny.values("heads.grammar.rel_root") : linear("rel_head", x[head - 1])
      let relation = linear("rel_output", gelu(zip(linear("rel_dependent", own), governor).map { $0 + $1 }))
      return ParsedToken(
        part: best(linear("output", gelu(linear("hidden", own)))),
        head: head == 0 ? nil : sentence.lowerBound + head - 1,
        relation: head == 0 ? 3 : best(relation, but: 3)
      )
    }
  }
}
