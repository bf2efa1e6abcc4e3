import DictumEnglish
import DictumKit

/// A stretch of a document that is judged as one: a statement, a sentence of the author's, the whole.
struct Passage: Sendable {
  /// A quote's id, a sentence's id, or `document`.
  let id: String
  /// UTF-8, in text order.
  let spans: [TextSpan]
  /// Ids of the entities whose words they are; empty for the author's.
  let holders: [String]
  /// What somebody said, rather than the author.
  let isStatement: Bool
  /// Whether its cue names a topic and no position: “discussed”.
  var isDiscussed = false
}

/// The passages of a document.
struct Passages {
  static let documentID = "document"

  /// Statements, then the author's sentences where they are wanted.
  let holding: [Passage]
  private let document: Passage
  private let sentences: [Sentence]

  init(_ source: Document, _ reading: Reading, withSentences: Bool) {
    sentences = source[.sentences]
    let statements = source[.quotes].map { quote in
      Passage(
        id: quote.id,
        spans: quote.spans.map(\.span),
        holders: quote.speakers,
        isStatement: true,
        isDiscussed: quote.cue.flatMap { reading.tokens(in: $0.span) }.contains {
          reading.is($0, in: .discussingVerbs)
        }
      )
    }
    let said = Set(source[.quotes].flatMap(\.sentences))
    let own = withSentences ? sentences.filter { !said.contains($0.id) } : []
    holding =
      statements + own.map { Passage(id: $0.id, spans: [$0.span], holders: [], isStatement: false) }
    document = Passage(id: Self.documentID, spans: sentences.map(\.span), holders: [], isStatement: false)
  }

  /// The document first, then what it holds.
  var forSentiment: [Passage] { [document] + holding }

  /// One question for each target that the document brought along.
  func questions(_ targets: [Target]) -> [StanceQuestion] {
    targets.map { target in
      guard let span = target.span else {
        return StanceQuestion(document, target: .text(target.text))
      }
      var question = StanceQuestion(passage(holding: span), target: .span(span, entity: target.entity))
      question.holder = target.holder
      return question
    }
  }

  /// The statement that holds a span, or the sentence.
  private func passage(holding span: TextSpan) -> Passage {
    if let statement = holding.first(where: { $0.isStatement && $0.spans.contains { $0.contains(span) } }) {
      return statement
    }
    let place = sentences.partitioningIndex { $0.span.end > span.start }
    guard place < sentences.count else { return document }
    return Passage(id: sentences[place].id, spans: [sentences[place].span], holders: [], isStatement: false)
  }
}
