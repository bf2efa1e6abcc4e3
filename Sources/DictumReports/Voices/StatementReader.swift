import DictumKit

/// Puts together what a document's layers say of each statement.
struct StatementReader {
  private let document: Document
  private let names: [String: String]
  private let aliases: [String: Set<String>]
  private let paragraphs: [String: Int]
  private let sentiments: [String: Sentiment]
  private let positions: [String: [Position]]

  init(_ document: Document) {
    self.document = document
    let entities = document[.entities]
    names = Dictionary(entities.map { ($0.id, $0.name) }) { first, _ in first }
    aliases = Dictionary(entities.map { ($0.id, Set($0.aliases + [$0.name])) }) { first, _ in first }
    paragraphs = Dictionary(document[.sentences].map { ($0.id, $0.paragraph + 1) }) { first, _ in first }
    sentiments = Dictionary(document[.sentiments].map { ($0.of, $0) }) { first, _ in first }
    positions = Dictionary(grouping: document[.stances].filter { $0.label != .neutral }, by: \.of)
      .mapValues { [names] stances in Self.unique(stances.map { Position($0, names: names) }) }
  }

  /// All statements in text order.
  var statements: [Statement] { document[.quotes].map(statement) }

  /// The sides that the article's own sentences take, in text order.
  var own: [(sentence: Sentence, positions: [Position])] {
    document[.sentences].compactMap { sentence in positions[sentence.id].map { (sentence, $0) } }
  }

  private func statement(_ quote: Quote) -> Statement {
    Statement(
      id: quote.id,
      kind: quote.kind,
      parts: quote.spans.map { part in
        Statement.Part(
          span: part.span,
          text: document.text[part.span],
          isVerbatim: quote.kind == .direct || (quote.kind == .mixed && opensAfterMark(part.span))
        )
      },
      cue: joined(quote.cue),
      attribution: attribution(of: quote),
      speakers: quote.speakers,
      paragraph: quote.sentences.first.flatMap { paragraphs[$0] },
      sentiment: sentiments[quote.id],
      positions: positions[quote.id] ?? [],
      confidence: quote.confidence,
      isPossible: quote.isPossible
    )
  }

  private func joined(_ parts: [TextPart]) -> String {
    parts.map { document.text[$0.span] }.joined(separator: " … ")
  }

  private func attribution(of quote: Quote) -> Statement.Attribution {
    let source = joined(quote.source)
    if quote.speakers.isEmpty { return source.isEmpty ? .missing : .unresolved(source) }
    if source.isEmpty { return .named }
    let known = quote.speakers.contains { aliases[$0]?.contains(source) ?? false }
    let said = words(source)
    let isNamed = quote.speakers.contains { id in !words(names[id] ?? "").isDisjoint(with: said) }
    return known || isNamed ? .named : .resolved(source)
  }

  private func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init))
  }

  /// Whether a quote mark stands right before the span, so that its words are given as they were said.
  private func opensAfterMark(_ span: TextSpan) -> Bool {
    let before = document.text[TextSpan(start: max(0, span.start - 3), end: span.start)]
    return before.last.map { "“\"«„‘'”".contains($0) } ?? false
  }

  private static func unique(_ positions: [Position]) -> [Position] {
    var seen = Set<String>()
    return positions.filter { seen.insert("\($0.label)\n\($0.entity ?? $0.target.lowercased())").inserted }
  }
}

extension Quote {
  /// Whether a careful reader might not call it a statement. Reports that say nothing of it are sure.
  var isPossible: Bool { certainty == .possible }
}
