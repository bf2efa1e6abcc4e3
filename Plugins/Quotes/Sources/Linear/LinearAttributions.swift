import DictumKit
import DictumLinear
import DictumModelFile
import DictumNeural

/// The attributions that the linear models find, in the shape in which those of the encoder's heads are joined.
struct LinearAttributions {
  /// So many bytes are looked at together: what is known of their tokens then stays near the processor.
  private static let blockSize = 16_384

  private let attributor: LinearAttributor

  /// Reads the file that Training/quotes writes: two linear models, `cue_…` and `role_…`, word clusters
  /// `cluster_words` with `cluster_ids`, and `lexicon_words` with `lexicon_counts`.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  init(_ file: ModelTables) throws(DictumError) {
    attributor = LinearAttributor(
      cueModel: try LinearModel(file, labels: AttributionLabels.cueCount, prefix: "cue_"),
      roleModel: try LinearModel(file, labels: AttributionLabels.roleCount, prefix: "role_"),
      tables: AttributionTables(
        clusters: try WordTable(file, words: "cluster_words", numbers: "cluster_ids"),
        cueCounts: try WordTable(file, words: "lexicon_words", numbers: "lexicon_counts")
      )
    )
  }

  /// The attributions of a segmented document in text order of their first content.
  func joined(in document: Document, _ quotations: [Quotation]) -> [RoleJoiner.Joined] {
    let sentences = document[.sentences]
    let tokens = document[.tokens]
    var joined: [RoleJoiner.Joined] = []
    var first = 0
    while first < sentences.count {
      let end = sentences[first].span.start + Self.blockSize
      let next = max(first + 1, sentences.partitioningIndex { $0.span.end > end })
      let block = sentences[first..<next]
      first = next
      guard Self.hasWords(block, in: tokens) else { continue }
      joined += self.joined(in: AttributionText(document, quotations, block, tables: attributor.tables))
    }
    return joined.sorted { ($0.contents.first?.span ?? TextSpan()) < ($1.contents.first?.span ?? TextSpan()) }
  }

  /// Whether sentences say anything: a broken text may be nothing but marks.
  private static func hasWords(_ sentences: ArraySlice<Sentence>, in tokens: [Token]) -> Bool {
    guard let first = sentences.first, let last = sentences.last else { return false }
    let start = tokens.partitioningIndex { $0.span.start >= first.span.start }
    return tokens[start...].lazy.prefix { $0.span.start < last.span.end }.contains { $0.kind == .word }
  }

  private func joined(in text: AttributionText) -> [RoleJoiner.Joined] {
    func roles(_ ranges: [Range<Int>], _ confidence: Double) -> [RoleSpan] {
      ranges.map {
        let span = text.tokens[$0.lowerBound].span.union(text.tokens[$0.upperBound - 1].span)
        return RoleSpan(span: span, confidence: confidence)
      }
    }
    return attributor.attributions(in: text).compactMap { found in
      guard let cue = roles([found.cue], found.confidence).first else { return nil }
      let contents = roles(closed(found.contents, in: text), found.confidence)
      let sources = roles(found.sources, found.confidence)
      let source = sources.min { distance($0.span, cue.span) < distance($1.span, cue.span) }
      return RoleJoiner.Joined(contents: contents, cue: cue, source: source)
    }
  }

  /// The runs with those put together that only punctuation parts.
  private func closed(_ runs: [Range<Int>], in text: AttributionText) -> [Range<Int>] {
    var closed: [Range<Int>] = []
    for run in runs {
      if let last = closed.last, (last.upperBound..<run.lowerBound).allSatisfy({ text.tokens[$0].kind == .punctuation })
      {
        closed[closed.count - 1] = last.lowerBound..<run.upperBound
      } else {
        closed.append(run)
      }
    }
    return closed
  }

  private func distance(_ one: TextSpan, _ other: TextSpan) -> Int {
    max(0, max(one.start, other.start) - min(one.end, other.end))
  }
}
