import DictumKit
import DictumLinear
import Foundation
import LinearTraining
import Opinions
import Segmentation

/// Examples of the three questions, cut with the stages' own tokens.
struct Corpus {
  private struct Line: Decodable {
    struct Target: Decodable {
      let start: Int?
      let end: Int?
      let text: String
    }
    struct Stance: Decodable {
      let target: Target
      let label: String
    }
    struct Sentiment: Decodable {
      let label: String
    }
    let text: String
    let stances: [Stance]?
    let sentiments: [Sentiment]?
  }

  private(set) var towardSpan: [Example] = []
  private(set) var towardText: [Example] = []
  private(set) var polarity: [Example] = []

  /// Reads a corpus.
  ///
  /// - Parameters:
  ///   - unrelated: every how many statements are also paired with a text from elsewhere in the corpus, as neutral; nil
  ///     for none. The corpora themselves hold no neutral pair.
  init(path: String, clusters: WordTable, unrelated: Int? = nil) throws {
    let segment = try SegmentStage(settings: SegmentSettings(), resources: Resources())
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    let topics = lines.flatMap { $0.stances ?? [] }.map(\.target.text)
    for (number, line) in lines.enumerated() {
      var document = Document(id: "\(number)", text: SourceText(line.text))
      try segment.annotate(&document)
      let words = OpinionWords(document, clusters: clusters)
      let map = OffsetMap(document.text, unit: .unicodeScalar)
      let sentences = document[.sentences]
      let ranges = sentences.map { words.words(in: $0.span) }
      for stance in line.stances ?? [] {
        var rows = FeatureRows()
        let label = Self.label(stance.label)
        if let from = stance.target.start.flatMap(map.utf8(offset:)),
          let to = stance.target.end.flatMap(map.utf8(offset:))
        {
          let place = sentences.partitioningIndex { $0.span.end > from }
          guard place < sentences.count else { continue }
          let target = words.words(in: TextSpan(start: from, end: to))
          OpinionFeatures.stance(toward: target, of: ranges[place], in: words, to: &rows)
          towardSpan.append(Example(rows: rows, labels: [label]))
        } else {
          let topic = OpinionWords(stance.target.text, clusters: clusters)
          OpinionFeatures.stance(of: ranges, in: words, towardText: topic, to: &rows)
          towardText.append(Example(rows: rows, labels: [label]))
          guard let unrelated, number % unrelated == 0 else { continue }
          let other = topics[(number * 7919 + topics.count / 2) % topics.count]
          guard other != stance.target.text else { continue }
          var elsewhere = FeatureRows()
          let text = OpinionWords(other, clusters: clusters)
          OpinionFeatures.stance(of: ranges, in: words, towardText: text, to: &elsewhere)
          towardText.append(Example(rows: elsewhere, labels: [1]))
        }
      }
      // A sentence that takes the same stand toward all its targets feels so.
      let labels = Set((line.sentiments ?? []).map(\.label) + (line.stances ?? []).map(\.label))
      guard labels.count == 1, let label = labels.first, let last = ranges.last else { continue }
      var rows = FeatureRows()
      OpinionFeatures.polarity(of: ranges[0].lowerBound..<last.upperBound, in: words, to: &rows)
      polarity.append(Example(rows: rows, labels: [Self.label(label)]))
    }
  }

  private static func label(_ name: String) -> Int {
    switch name {
    case "against", "negative": 0
    case "favor", "positive": 2
    default: 1
    }
  }
}
