import DictumKit
import DictumLinear
import Entities
import Foundation
import LinearTraining
import Segmentation

/// Documents with gold mentions, cut and labelled with the stages' own tokens.
struct Corpus {
  private(set) var examples: [Example] = []
  private(set) var tokenCount = 0
  private(set) var misaligned = 0

  private struct Line: Decodable {
    struct Mention: Decodable {
      let start: Int
      let end: Int
      let type: String
    }
    let id: String
    let text: String
    let mentions: [Mention]
  }

  init(path: String, extractor: FeatureExtractor) throws {
    let segment = try SegmentStage(settings: SegmentSettings(), resources: Resources())
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let gold = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      var document = Document(id: gold.id, text: SourceText(gold.text))
      try segment.annotate(&document)
      let labels = label(document, gold)
      let features = extractor.features(of: document)
      for sentence in features.sentences {
        var sentenceLabels = Array(labels[sentence])
        // A mention that the segmenter cut begins anew in the second sentence.
        if let first = sentenceLabels.first, first > 0, first % 2 == 0 { sentenceLabels[0] = first - 1 }
        examples.append(Example(rows: features.rows.slice(sentence), labels: sentenceLabels))
        tokenCount += sentence.count
      }
    }
  }

  private mutating func label(_ document: Document, _ gold: Line) -> [Int] {
    let tokens = document[.tokens]
    let map = OffsetMap(document.text, unit: .unicodeScalar)
    var labels = [Int](repeating: 0, count: tokens.count)
    for mention in gold.mentions {
      guard let type = EntityType(rawValue: mention.type), let start = map.utf8(offset: mention.start),
        let end = map.utf8(offset: mention.end)
      else { continue }
      var isFirst = true
      for index in tokens.indices where tokens[index].span.start < end && tokens[index].span.end > start {
        labels[index] = isFirst ? EntityLabels.begin(type) : EntityLabels.inside(type)
        isFirst = false
      }
      if isFirst { misaligned += 1 }
    }
    return labels
  }
}
