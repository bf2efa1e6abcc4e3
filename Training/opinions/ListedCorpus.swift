import DictumKit
import DictumModelFile
import Encoder
import Entities
import Foundation
import Opinions
import Quotes
import Segmentation
import Syntax

/// The sides that may be taken in the statements that Dictum finds, and which of them a careful reader lists.
struct ListedCorpus {
  /// A statement found is a gold one from this overlap on (intersection over union of bytes), as the scorer has it.
  private static let enough = 0.3

  private(set) var candidates: [SideCandidate] = []
  private(set) var isListed: [Bool] = []

  /// - Parameter isSmall: whether the small models find and judge, or the shared encoder.
  init(path: String, isSmall: Bool, resources: Resources) throws {
    let stages = try Self.stages(isSmall, resources)
    var settings = OpinionsSettings()
    settings.model = isSmall ? .small : .standard
    let opinions = try OpinionsStage(settings: settings, resources: resources)
    for (number, line) in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").enumerated() {
      let gold = try JSONDecoder().decode(CodedArticle.self, from: Data(line.utf8))
      var document = Document(id: "\(number)", text: SourceText(gold.text))
      for stage in stages { try stage.annotate(&document) }
      let found = try opinions.candidates(in: &document)
      add(found, document, gold)
    }
  }

  /// Adds another corpus.
  mutating func add(_ other: ListedCorpus) {
    candidates += other.candidates
    isListed += other.isListed
  }

  private static func stages(_ isSmall: Bool, _ resources: Resources) throws -> [any Stage] {
    var syntax = SyntaxSettings()
    var entities = EntitiesSettings()
    var quotes = QuotesSettings()
    if isSmall { (syntax.model, entities.model, quotes.model) = (.small, .small, .small) }
    let encode: [any Stage] = isSmall ? [] : [try EncodeStage(settings: EncodeSettings(), resources: resources)]
    return [try SegmentStage(settings: SegmentSettings(), resources: resources)] + encode + [
      try SyntaxStage(settings: syntax, resources: resources),
      try EntitiesStage(settings: entities, resources: resources),
      try QuotesStage(settings: quotes, resources: resources),
    ]
  }

  private mutating func add(_ found: [[SideCandidate]], _ document: Document, _ gold: CodedArticle) {
    let map = OffsetMap(document.text, unit: .unicodeScalar)
    func span(_ span: CodedArticle.Span) -> TextSpan {
      TextSpan(start: map.utf8(offset: span.start) ?? 0, end: map.utf8(offset: span.end) ?? 0)
    }
    let meant = gold.quotes.map { ($0.spans.map(span), $0.positions.map { (span($0.target), $0.label) }) }
    let matched = Self.pairs(document[.quotes].map { $0.spans.map(\.span) }, meant.map(\.0))
    for (index, row) in found.enumerated() {
      let positions = matched[index].map { meant[$0].1 } ?? []
      for candidate in row {
        candidates.append(candidate)
        let target = candidate.stance.target.span ?? TextSpan()
        isListed.append(positions.contains { $0.0.overlaps(target) && $0.1 == candidate.stance.label.rawValue })
      }
    }
  }

  /// The gold statement of each one found, best overlap first.
  private static func pairs(_ found: [[TextSpan]], _ gold: [[TextSpan]]) -> [Int: Int] {
    let mine = found.map { Set($0.flatMap { Array($0.start..<$0.end) }) }
    let theirs = gold.map { Set($0.flatMap { Array($0.start..<$0.end) }) }
    var overlaps: [(overlap: Double, found: Int, gold: Int)] = []
    for (i, a) in mine.enumerated() {
      for (j, b) in theirs.enumerated() {
        let both = a.intersection(b).count
        let overlap = Double(both) / Double(max(1, a.count + b.count - both))
        if overlap >= enough { overlaps.append((overlap, i, j)) }
      }
    }
    var out: [Int: Int] = [:]
    var taken: Set<Int> = []
    for one in overlaps.sorted(by: { $0.overlap > $1.overlap }) where out[one.found] == nil && !taken.contains(one.gold)
    {
      out[one.found] = one.gold
      taken.insert(one.gold)
    }
    return out
  }
}
