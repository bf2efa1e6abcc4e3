import DictumKit
import Testing

@testable import DictumNeural

@Suite struct HeadTests {
  let scheme = BIOScheme(labels: TinyModel.tags)

  /// Scores that want one label a word.
  private func scores(_ wanted: [Int], margin: Float = 5) -> [Float] {
    wanted.flatMap { label in (0..<5).map { $0 == label ? margin : 0 } }
  }

  @Test func anInsideLabelNeedsItsBeginning() {
    // O I-person O: the cheapest legal reading is a one-word person.
    let path = scheme.decode(scores([0, 2, 0]))
    #expect(scheme.runs(path).map(\.type) == ["person"] || path == [0, 0, 0])
    #expect(path[1] != 2)
    // B-person I-place may not follow each other.
    let mixed = scheme.decode(scores([1, 4, 4]))
    #expect(!zip(mixed, mixed.dropFirst()).contains { $0 == 1 && $1 == 4 })
  }

  @Test func viterbiFindsTheBestLegalPath() {
    var state: UInt64 = 5
    for _ in 0..<200 {
      let values = (0..<4 * 5).map { _ -> Float in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Float(state >> 40) / Float(1 << 24)
      }
      func score(_ path: [Int]) -> Float {
        path.enumerated().reduce(0) { $0 + values[$1.offset * 5 + $1.element] }
      }
      #expect(abs(score(scheme.decode(values)) - (legalPaths(4).map(score).max() ?? 0)) < 1e-5)
    }
  }

  @Test func transitionsCount() {
    var transitions = [Float](repeating: 0, count: 25)
    transitions[0 * 5 + 1] = -100
    let strict = BIOScheme(labels: TinyModel.tags, transitions: transitions)
    #expect(scheme.decode(scores([0, 1, 0])) == [0, 1, 0])
    #expect(strict.decode(scores([0, 1, 0])) != [0, 1, 0])
  }

  /// All label sequences in which `I-x` follows `B-x` or `I-x`.
  private func legalPaths(_ words: Int) -> [[Int]] {
    var paths: [[Int]] = [[]]
    for _ in 0..<words {
      paths = paths.flatMap { path in
        (0..<5).compactMap { label -> [Int]? in
          if label == 2 || label == 4 {
            guard let last = path.last, last == label || last == label - 1 else { return nil }
          }
          return path + [label]
        }
      }
    }
    return paths
  }

  @Test func neighbouringRunsStayApart() {
    let runs = scheme.runs([1, 2, 1, 0, 3, 4, 4])
    #expect(runs.map(\.type) == ["person", "person", "place"])
    #expect(runs.map(\.words) == [0..<2, 2..<3, 4..<7])
  }

  @Test func probabilitiesAddUpAndATemperatureFlattensThem() {
    let sharp = softmax([2, 0, -1][...], temperature: 1)
    let flat = softmax([2, 0, -1][...], temperature: 4)
    #expect(abs(sharp.reduce(0, +) - 1) < 1e-6)
    #expect(flat[0] < sharp[0] && flat[0] > flat[1])
  }

  @Test func headsAnswerForWhatTheyAreAsked() throws {
    let model = try TinyModel().open(.int8)
    let encoder = try Encoder(model)
    let text = Array("The minister said nothing. The cafés win.".utf8)
    let document = try encoder.encode(
      text,
      sentences: [TextSpan(start: 0, end: 26), TextSpan(start: 27, end: text.count)]
    )
    let spans = [
      TextSpan(start: 4, end: 12), TextSpan(start: 26, end: 27), TextSpan(start: 5, end: 6),
      TextSpan(start: 500, end: 600),
    ]
    let stances = try SpanClassifier("stance", of: model).classify(spans, in: document, with: encoder)
    #expect(stances.map { $0 != nil } == [true, false, true, false])
    #expect(stances[0] == stances[2], "a part of a word stands for the word")
    let moods = try SentenceClassifier("mood", of: model)
      .classify(words: document.sentences.map(\.words), in: document, with: encoder)
    #expect(moods.count == 2 && moods.allSatisfy { $0.map { abs($0.probabilities.reduce(0, +) - 1) < 1e-5 } == true })
    let pairs = PairClassifier.Pair(statement: text, text: Array("the cafe".utf8))
    let empty = PairClassifier.Pair(statement: [], text: text)
    let topics = try PairClassifier("topic", of: model).classify([pairs, empty, pairs], with: encoder)
    #expect(topics[0] != nil && topics[1] == nil && topics[0] == topics[2])
    let questions = [
      LinkScorer.Question(anaphor: spans[0], candidates: [spans[1], TextSpan(start: 31, end: 36), spans[0]])
    ]
    let links = try LinkScorer("same", of: model).probabilities(questions, in: document, with: encoder)
    #expect(links[0][0] == 0, "white space is nobody's name")
    #expect(links[0][1] > 0 && links[0][2] > 0 && links[0].reduce(0, +) < 1)
    for tagged in try Tagger("people", of: model).tag(document, with: encoder) {
      #expect((0...1).contains(tagged.confidence) && !tagged.span.isEmpty)
    }
  }
}
