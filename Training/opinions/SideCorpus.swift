import DictumEnglish
import DictumKit
import DictumLinear
import DictumModelFile
import Entities
import Foundation
import LinearTraining
import Opinions
import Segmentation
import Syntax

/// Candidates of whole articles' statements with the side that a careful reader sees the holder take: `positions/`, and the
/// codings of `Training/positions` joined with their texts.
struct SideCorpus {
  private(set) var examples: [Example] = []
  /// Gold positions that no candidate touches.
  private(set) var missed = 0

  /// Reads a corpus; `resources` find the small models of the earlier stages.
  init(path: String, clusters: WordTable, resources: Resources) throws {
    let evidence = try SideEvidence(try resources.tables("opinions-small"))
    let segment = try SegmentStage(settings: SegmentSettings(), resources: resources)
    var small = SyntaxSettings()
    small.model = .small
    let syntax = try SyntaxStage(settings: small, resources: resources)
    var names = EntitiesSettings()
    names.model = .small
    let entities = try EntitiesStage(settings: names, resources: resources)
    for (number, line) in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").enumerated() {
      let gold = try JSONDecoder().decode(CodedArticle.self, from: Data(line.utf8))
      var document = Document(id: "\(number)", text: SourceText(gold.text))
      try segment.annotate(&document)
      try syntax.annotate(&document)
      try entities.annotate(&document)
      add(gold, document, clusters, evidence)
    }
  }

  private mutating func add(_ gold: CodedArticle, _ document: Document, _ clusters: WordTable, _ evidence: SideEvidence)
  {
    let map = OffsetMap(document.text, unit: .unicodeScalar)
    func span(_ span: CodedArticle.Span) -> TextSpan? {
      guard let start = map.utf8(offset: span.start), let end = map.utf8(offset: span.end) else { return nil }
      return TextSpan(start: start, end: end)
    }
    let features = SideFeatures(document, words: OpinionWords(document, clusters: clusters), evidence: evidence)
    let candidates = ChunkCandidates(document)
    let names = TargetNames(document[.mentions])
    let reading = Reading(document)
    for one in gold.quotes {
      var quote = Quote()
      quote.spans = one.spans.compactMap(span).map(TextPart.init)
      quote.cue = (one.cue ?? []).compactMap(span).map(TextPart.init)
      quote.source = (one.source ?? []).compactMap(span).map(TextPart.init)
      let sides = one.positions.compactMap { position in span(position.target).map { ($0, position.label) } }
      let found = candidates.candidates(in: reading.tokens(in: quote.reach(in: document[.sentences])))
      var labels = [Int](repeating: 1, count: found.count)
      var isInner = [Bool](repeating: false, count: found.count)
      for (target, label) in sides {
        let inside = found.indices.filter { found[$0].overlaps(target) }
        guard let first = inside.first else {
          missed += 1
          continue
        }
        labels[first] = label == "favor" ? 2 : 0
        // Which of several words of a target stands for it is no question of sides.
        for other in inside.dropFirst() { isInner[other] = true }
      }
      var rows = FeatureRows()
      features.add(found, found.map { names.mention(at: $0)?.type }, of: quote, to: &rows)
      for index in found.indices where !isInner[index] || labels[index] != 1 {
        examples.append(Example(rows: rows.slice(index..<index + 1), labels: [labels[index]]))
      }
    }
  }
}
