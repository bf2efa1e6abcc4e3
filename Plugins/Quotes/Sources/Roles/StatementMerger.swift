import DictumKit

/// Brings together what the tagger and the quote marks say: the marks give direct content exactly, the tagger knows what
/// is said without marks, and where both name a cue the tagger's counts.
struct StatementMerger {
  /// Contents of fewer bytes are mostly a stray word, unless the tagger is sure (chosen on PolNeAR dev).
  private static let shortContent = 8
  private static let sureEnough = 0.7

  private let document: Document
  private let quotations: [Quotation]
  private let layout: ParagraphLayout
  private let speakers: SpeakerLinker

  init(_ document: Document, _ quotations: [Quotation], _ layout: ParagraphLayout) {
    self.document = document
    self.quotations = quotations
    self.layout = layout
    speakers = SpeakerLinker(document)
  }

  /// All statements in text order.
  ///
  /// - Parameters:
  ///   - joined: from the tagger.
  ///   - direct: from the quote marks and the resolvers.
  func merge(_ joined: [RoleJoiner.Joined], _ direct: [Quote]) -> [Quote] {
    var used = Set<Int>()
    var quotes = joined.compactMap { quote($0, direct, &used) }
    quotes += direct.indices.filter { !used.contains($0) && direct[$0].by != "unattributed" }.map { direct[$0] }
    quotes.sort { ($0.extent ?? Span()) < ($1.extent ?? Span()) }
    for index in quotes.indices { quotes[index].id = "q\(index)" }
    return quotes
  }

  private func quote(_ joined: RoleJoiner.Joined, _ direct: [Quote], _ used: inout Set<Int>) -> Quote? {
    let spans = joined.contents.map(\.span)
    let overlapping = direct.indices.filter { index in
      direct[index].spans.contains { part in spans.contains { $0.overlaps(part.span) } }
    }
    if let known = overlapping.first(where: { isSame(spans, direct[$0].spans.map(\.span)) }) {
      if used.contains(known) { return nil }
      overlapping.forEach { used.insert($0) }
      return completed(direct[known], joined)
    }
    overlapping.forEach { used.insert($0) }
    let confidence = joined.contents.map(\.confidence).reduce(1, min)
    if spans.reduce(0, { $0 + $1.count }) < Self.shortContent && confidence < Self.sureEnough { return nil }
    var quote = Quote()
    quote.spans = spans.map { TextPart($0) }
    quote.kind = kind(of: spans)
    quote.cue = [TextPart(joined.cue.span)]
    quote.source = joined.source.map { [TextPart($0.span)] } ?? []
    quote.by = "tagger"
    quote.confidence = confidence
    finish(&quote)
    return quote
  }

  /// A direct quote with what the tagger adds to it.
  private func completed(_ quote: Quote, _ joined: RoleJoiner.Joined) -> Quote {
    var quote = quote
    if quote.cue.isEmpty { quote.cue = [TextPart(joined.cue.span)] }
    if quote.source.isEmpty, let source = joined.source {
      quote.source = [TextPart(source.span)]
      quote.by = "tagger"
    }
    finish(&quote)
    return quote
  }

  private func finish(_ quote: inout Quote) {
    quote.speakers = speakers.speakers(of: quote.source)
    var ids: [String] = []
    for part in quote.spans {
      for index in layout.sentences(touching: part.span) where ids.last != layout.sentences[index].id {
        ids.append(layout.sentences[index].id)
      }
    }
    quote.sentences = ids
  }

  /// Whether two contents cover mostly the same text.
  private func isSame(_ one: [Span], _ other: [Span]) -> Bool {
    let shared = one.reduce(0) { sum, span in sum + other.reduce(0) { $0 + overlap(span, $1) } }
    let all = one.reduce(0) { $0 + $1.count } + other.reduce(0) { $0 + $1.count } - shared
    return shared * 2 > all
  }

  private func kind(of spans: [Span]) -> QuoteKind {
    let total = spans.reduce(0) { $0 + $1.count }
    let quoted = spans.reduce(0) { sum, span in sum + quotations.reduce(0) { $0 + overlap(span, $1.extent) } }
    if quoted == 0 { return .indirect }
    return quoted >= total - 2 * spans.count ? .direct : .mixed
  }

  private func overlap(_ one: Span, _ other: Span) -> Int {
    max(0, min(one.end, other.end) - max(one.start, other.start))
  }
}
