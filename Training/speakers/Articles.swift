import DictumKit
import Encoder
import Entities
import Foundation
import Quotes
import Segmentation
import Syntax

/// Whole articles with the gold speakers of their statements, analysed as far as the rules go.
struct Articles {
  /// An article: its statements, and for each that gold has, too, the names of its holders.
  struct Article {
    let ranking: SpeakerRanking
    let gold: [Int: [Set<String>]]
  }

  private struct Line: Decodable {
    struct Span: Decodable {
      let start: Int
      let end: Int
    }
    struct Quote: Decodable {
      let spans: [Span]
      let speakers: [[String]]
    }
    let id: String
    let text: String
    let quotes: [Quote]
  }

  /// How much of two contents together must be shared for them to be one statement.
  private static let overlap = 0.3

  let articles: [Article]

  /// Reads a corpus in the shape of `positions/`.
  init(path: String, stages: [any Stage]) throws {
    articles = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      let gold = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      var document = Document(id: gold.id, text: SourceText(gold.text))
      for stage in stages { try stage.annotate(&document) }
      let map = OffsetMap(document.text, unit: .unicodeScalar)
      let letters = gold.quotes.map { quote in
        Self.letters(
          quote.spans.compactMap { span in
            guard let start = map.utf8(offset: span.start), let end = map.utf8(offset: span.end) else { return nil }
            return TextSpan(start: start, end: end)
          },
          document.text
        )
      }
      let found = document[.quotes].map { Self.letters($0.spans.map(\.span), document.text) }
      var holders: [Int: [Set<String>]] = [:]
      for (own, other) in Self.matched(letters, found) where !gold.quotes[own].speakers.isEmpty {
        holders[other] = gold.quotes[own].speakers.map { Set($0.map(Self.plain)) }
      }
      return Article(ranking: try SpeakerRanking(document).withoutEncoding(), gold: holders)
    }
  }

  /// The stages up to the rules for speakers.
  static func stages(_ model: String, _ resources: Resources) throws -> [any Stage] {
    var syntax = SyntaxSettings()
    var entities = EntitiesSettings()
    var quotes = QuotesSettings()
    if model == "small" { (syntax.model, entities.model, quotes.model) = (.small, .small, .small) }
    let encode = model == "small" ? [] : [try EncodeStage(settings: EncodeSettings(), resources: resources)]
    return [try SegmentStage(settings: SegmentSettings(), resources: resources)] + encode + [
      try SyntaxStage(settings: syntax, resources: resources),
      try EntitiesStage(settings: entities, resources: resources),
      try QuotesStage(settings: quotes, resources: resources, ranker: nil),
    ]
  }

  /// A name as the scorer compares it.
  static func plain(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static func letters(_ spans: [TextSpan], _ text: SourceText) -> Set<Int> {
    var letters: Set<Int> = []
    for span in spans {
      for place in span.range where text.bytes[place] >= 0x80 || text.bytes[place].isLetterOrDigit {
        letters.insert(place)
      }
    }
    return letters
  }

  /// Pairs of statements, the best overlap first.
  private static func matched(_ gold: [Set<Int>], _ found: [Set<Int>]) -> [(Int, Int)] {
    var pairs: [(share: Double, gold: Int, found: Int)] = []
    for (own, letters) in gold.enumerated() {
      for (other, others) in found.enumerated() {
        let both = letters.intersection(others).count
        guard both > 0 else { continue }
        pairs.append((Double(both) / Double(letters.count + others.count - both), own, other))
      }
    }
    var taken: (gold: Set<Int>, found: Set<Int>) = ([], [])
    var matched: [(Int, Int)] = []
    for pair in pairs.sorted(by: { $0.share > $1.share }) where pair.share >= overlap {
      guard !taken.gold.contains(pair.gold), !taken.found.contains(pair.found) else { continue }
      taken.gold.insert(pair.gold)
      taken.found.insert(pair.found)
      matched.append((pair.gold, pair.found))
    }
    return matched
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}

extension Articles.Article {
  /// Which candidates are right: as many holders as gold has, each under one of its names.
  func rightCandidates(of statement: Int, _ candidates: [[[String]]]) -> [Bool]? {
    guard let gold = gold[statement] else { return nil }
    return candidates.map { holders in
      let names = holders.map { Set($0.map(Articles.plain)) }
      return names.count == gold.count && gold.allSatisfy { holder in names.contains { !$0.isDisjoint(with: holder) } }
    }
  }
}
