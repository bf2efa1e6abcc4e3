import DictumKit
import DictumLinear
import Foundation
import Quotes
import Segmentation

/// A document with its gold attributions as tokens.
struct GoldDocument {
  struct Attribution {
    var cue: [Int]
    var content: [Int]
    var source: [Int]
  }

  let text: AttributionText
  let attributions: [Attribution]
}

/// Documents with gold attributions, cut with the stages' own tokens.
struct GoldCorpus {
  private struct Line: Decodable {
    struct Part: Decodable {
      let start: Int
      let end: Int
    }
    struct Quote: Decodable {
      let spans: [Part]
      let cue: [Part]
      let source: [Part]
    }
    let id: String
    let text: String
    let quotes: [Quote]
  }

  /// Reads a corpus.
  static func documents(path: String, tables: AttributionTables) throws -> [GoldDocument] {
    let segment = try SegmentStage(settings: SegmentSettings(), resources: Resources())
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      let gold = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      var document = Document(id: gold.id, text: SourceText(gold.text))
      try segment.annotate(&document)
      let text = AttributionText(document, tables: tables)
      let map = OffsetMap(document.text, unit: .unicodeScalar)
      func tokens(_ parts: [Line.Part]) -> [Int] {
        parts.flatMap { part -> [Int] in
          guard let start = map.utf8(offset: part.start), let end = map.utf8(offset: part.end) else { return [] }
          let first = text.tokens.partitioningIndex { $0.span.end > start }
          let last = text.tokens.partitioningIndex { $0.span.start >= end }
          // A cue may be a dash or a colon; else what stands at the ends is a word.
          var range = first..<max(first, last)
          let hasWord = range.contains { text.tokens[$0].kind == .word || text.tokens[$0].kind == .number }
          if hasWord {
            while text.tokens[range.lowerBound].kind == .punctuation { range.removeFirst() }
            while text.tokens[range.upperBound - 1].kind == .punctuation { range.removeLast() }
          }
          return Array(range)
        }
      }
      return GoldDocument(
        text: text,
        attributions: gold.quotes.map {
          .init(cue: tokens($0.cue), content: tokens($0.spans), source: tokens($0.source))
        }
      )
    }
  }
}
