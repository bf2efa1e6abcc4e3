import DictumEnglish
import DictumKit

/// Brings together what the tagger and the quote marks say: the marks give direct content exactly, the tagger knows what
/// is said without marks, and where both name a cue the tagger's counts.
struct StatementMerger {
  /// Contents of fewer bytes are mostly a stray word, unless the tagger is sure (chosen on PolNeAR dev).
  private static let shortContent = 8
  private static let sureEnough = 0.7
  /// What is left of a content beside a quotation counts from so many bytes on.
  private static let shortRest = 16
  private static let shortTail = 40
  /// A quotation that holds such a share of a content is all of it.
  private static let mostOfContent = (share: 6, of: 10)
  /// A sentence has more bytes.
  private static let longestFragment = 12
  /// The bytes of a quote mark and a blank beside it.
  private static let mark = 4

  /// The extents of the quotations, and for each how far those up to it reach: what overlaps a span is found by search.
  private let extents: [(span: TextSpan, reach: Int, quotation: Quotation)]
  private let reading: Reading
  private let speakers: SpeakerLinker

  init(_ reading: Reading, _ quotations: [Quotation], _ speakers: SpeakerLinker) {
    self.reading = reading
    var reach = 0
    extents = quotations.map { ($0.extent, $0) }.sorted { $0.0 < $1.0 }.map { extent, quotation in
      reach = max(reach, extent.end)
      return (extent, reach, quotation)
    }
    self.speakers = speakers
  }

  /// All statements, in no order.
  ///
  /// - Parameters:
  ///   - joined: from the tagger.
  ///   - direct: from the quote marks and the resolvers.
  func merge(_ joined: [RoleJoiner.Joined], _ direct: [Quote]) -> [Quote] {
    let parts = DirectParts(direct)
    var tagged = joined
    var partners: [Int: RoleJoiner.Joined] = [:]
    var overruled = Set<TextSpan>()
    for place in tagged.indices {
      var rest: [RoleSpan] = []
      for content in tagged[place].contents {
        let claim = claim(content, direct, parts)
        for quotation in claim.taken where partners[quotation] == nil { partners[quotation] = tagged[place] }
        overruled.formUnion(claim.overruled)
        rest += claim.rest
      }
      tagged[place].contents = rest
    }
    var quotes = tagged.compactMap { quote($0) }
    for (index, whole) in direct.enumerated() {
      var quote = whole
      quote.spans.removeAll { overruled.contains($0.span) }
      guard !quote.spans.isEmpty else { continue }
      if let partner = partners[index] {
        quotes.append(completed(quote, partner))
      } else if quote.by != "unattributed" || fillsParagraph(quote) {
        finish(&quote)
        quotes.append(quote)
      }
    }
    return quotes
  }

  /// Whether a quotation is all that its paragraphs hold, one part each, as speech is that goes on; a sentence at least.
  private func fillsParagraph(_ quote: Quote) -> Bool {
    guard let extent = quote.extent, isSentence(extent) else { return false }
    return quote.spans.allSatisfy { part in
      let paragraph = reading.paragraphs[reading.paragraph(at: part.span.start)]
      return part.span.start - paragraph.start <= Self.mark && paragraph.end - part.span.end <= Self.mark
    }
  }

  /// What becomes of a content that the tagger marked, next to what stands between quote marks.
  private struct Claim {
    /// What is left of the content for a statement of its own.
    var rest: [RoleSpan] = []
    /// The direct quotes that the content is (part of).
    var taken: [Int] = []
    /// The quotations that are part of a longer content: “that the plan was ‘a disaster’ for all”.
    var overruled: [TextSpan] = []
  }

  private func claim(_ content: RoleSpan, _ direct: [Quote], _ parts: DirectParts) -> Claim {
    var claim = Claim(rest: [content])
    for (part, index) in parts.overlapping(content.span) {
      if direct[index].spans.count == 1, isWithin(part, content.span) {
        let whole = quotation(from: part.start)?.extent ?? part
        claim.rest = claim.rest.map { rest in
          RoleSpan(span: rest.span.overlaps(part) ? rest.span.union(whole) : rest.span, confidence: rest.confidence)
        }
        claim.overruled.append(part)
      } else if overlap(part, content.span) * Self.mostOfContent.of >= content.span.count * Self.mostOfContent.share {
        claim.rest = []
        claim.taken.append(index)
      } else if direct[index].by != "unattributed", isSentence(part) {
        claim.rest = claim.rest.flatMap { cut($0, around: part) }
        claim.taken.append(index)
      } else {
        claim.overruled.append(part)
      }
    }
    return claim
  }

  /// Whether a quotation goes on with a clause that began before its mark: “that he was ‘sure of it’”.
  private func isWithin(_ quotation: TextSpan, _ content: TextSpan) -> Bool {
    guard !reading.beginsSentence(quotation), content.start < quotation.start else { return false }
    return reading.tokens(in: TextSpan(start: content.start, end: quotation.start)).contains(where: reading.isWord)
  }

  /// What is left of a content outside a quotation and its marks.
  private func cut(_ content: RoleSpan, around quotation: TextSpan) -> [RoleSpan] {
    let parts = [
      words(content.span.start, min(content.span.end, quotation.start)),
      words(max(content.span.start, quotation.end), content.span.end),
    ]
    // What follows the quotation is rarely more than the author's comma.
    return zip(parts, [Self.shortRest, Self.shortTail])
      .compactMap { part, least in part.flatMap { $0.count >= least ? $0 : nil } }.map {
        RoleSpan(span: $0, confidence: content.confidence)
      }
  }

  private func words(_ start: Int, _ end: Int) -> TextSpan? {
    start < end ? reading.trimmedToWords(TextSpan(start: start, end: end)) : nil
  }

  /// Whether a quotation begins and ends as a sentence does.
  private func isSentence(_ span: TextSpan) -> Bool {
    guard span.count > Self.longestFragment, reading.beginsSentence(span) else { return false }
    return [0x2C, 0x2E, 0x21, 0x3F].contains(reading.ending(of: span, in: quotation(from: span.start)))
  }

  /// The quotation that holds an offset.
  private func quotation(from offset: Int) -> Quotation? {
    let low = extents.partitioningIndex { $0.reach > offset }
    return low < extents.count && extents[low].span.start <= offset ? extents[low].quotation : nil
  }

  private func quote(_ joined: RoleJoiner.Joined) -> Quote? {
    let spans = joined.contents.map(\.span)
    let confidence = joined.contents.map(\.confidence).reduce(1, min)
    guard !spans.isEmpty else { return nil }
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
    func isOutside(_ span: TextSpan) -> Bool { !quote.spans.contains { $0.span.overlaps(span) } }
    if quote.cue.isEmpty, isOutside(joined.cue.span) { quote.cue = [TextPart(joined.cue.span)] }
    if quote.source.isEmpty, let source = joined.source, isOutside(source.span) {
      quote.source = [TextPart(source.span)]
      quote.by = "tagger"
      quote.confidence = max(quote.confidence, joined.contents.map(\.confidence).reduce(1, min))
    }
    finish(&quote)
    return quote
  }

  private func finish(_ quote: inout Quote) {
    quote.speakers = speakers.speakers(of: quote.source)
    quote.sentences = reading.sentenceIDs(touching: quote.spans.map(\.span))
  }

  private func kind(of spans: [TextSpan]) -> QuoteKind {
    let total = spans.reduce(0) { $0 + $1.count }
    let quoted = spans.reduce(0) { $0 + quotedBytes(of: $1) }
    if quoted == 0 { return .indirect }
    return quoted >= total - 2 * spans.count ? .direct : .mixed
  }

  /// The bytes of a span that stand between quote marks.
  private func quotedBytes(of span: TextSpan) -> Int {
    let low = extents.partitioningIndex { $0.reach > span.start }
    return extents[low...].prefix { $0.span.start < span.end }.reduce(0) { $0 + overlap(span, $1.span) }
  }

  private func overlap(_ one: TextSpan, _ other: TextSpan) -> Int {
    max(0, min(one.end, other.end) - max(one.start, other.start))
  }
}
