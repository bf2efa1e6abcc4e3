import DictumKit
import DictumTesting

/// An analysed article for tests, made from a marked text: labels `e0`, `e1`, … are mentions of entities, `q0`, … contents.
struct ArticleBuilder {
  var document: Document
  private let marked: MarkedText

  init(_ text: String) throws {
    marked = try MarkedText(text)
    document = Document(
      id: "trip",
      text: SourceText(marked.text),
      metadata: Metadata(source: "trip.txt", title: "Trip", date: "2026-05-01")
    )
    var start = 0
    for (number, line) in marked.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    {
      let span = TextSpan(start: start, end: start + line.count)
      document[.sentences].append(Sentence(id: "s\(number)", span: span, paragraph: number))
      start = span.end + 1
    }
  }

  mutating func entity(_ id: String, _ name: String, _ type: EntityType) {
    let spans = marked.spans(id)
    let first = document[.mentions].count
    for (number, span) in spans.enumerated() {
      document[.mentions].append(Mention(id: "m\(first + number)", span: span, type: type, entity: id))
    }
    document[.entities].append(
      Entity(id: id, type: type, name: name, mentions: spans.indices.map { "m\(first + $0)" })
    )
  }

  /// Adds a statement whose content is what `id` marks; cue and source are the first such words after or before it.
  mutating func quote(_ id: String, _ kind: QuoteKind, cue: String, source: String, speakers: [String]) throws {
    var quote = Quote()
    quote.id = id
    quote.kind = kind
    quote.spans = marked.spans(id).map(TextPart.init)
    let start = quote.spans[0].span.start
    quote.cue = [TextPart(nearest(cue, to: start))]
    quote.source = [TextPart(nearest(source, to: start))]
    quote.speakers = speakers
    quote.sentences = document[.sentences].filter { $0.span.contains(start) }.map(\.id)
    document[.quotes].append(quote)
  }

  mutating func stance(
    _ of: String,
    holders: [String],
    _ target: String,
    entity: String?,
    _ label: StanceLabel,
    confidence: Double = 0.9
  ) {
    var stance = Stance()
    stance.of = of
    stance.holders = holders
    stance.target.text = target
    stance.target.entity = entity
    stance.target.span = nearest(target, to: 0)
    stance.label = label
    stance.confidence = confidence
    document[.stances].append(stance)
  }

  private func nearest(_ words: String, to place: Int) -> TextSpan {
    let bytes = Array(words.utf8)
    let text = document.text.bytes
    let starts = text.indices.filter { text[$0...].starts(with: bytes) }
    let start = starts.min { abs($0 - place) < abs($1 - place) } ?? 0
    return starts.isEmpty ? TextSpan() : TextSpan(start: start, end: start + bytes.count)
  }
}
