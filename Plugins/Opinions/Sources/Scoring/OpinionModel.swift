import DictumKit

/// Judges passages.
protocol OpinionModel: Sendable {
  /// One sentiment for each passage.
  func sentiments(of passages: [Passage], in document: Document) throws -> [Sentiment]
  /// One answer for each question; nil where there is nothing to read.
  func answers(to questions: [StanceQuestion], in document: Document) throws -> [StanceAnswer?]
}

/// What a stance is asked toward.
enum StanceTarget: Sendable {
  /// A span of the text (UTF-8), and the entity that it names.
  case span(Span, entity: String?)
  /// A text of its own.
  case text(String)
}

/// Whose stance, and toward what.
struct StanceQuestion: Sendable {
  let passage: Passage
  let target: StanceTarget
  /// Whether a neutral or unsure answer is reported, too.
  let isAlwaysAnswered: Bool

  init(_ passage: Passage, target: StanceTarget, isAlwaysAnswered: Bool) {
    self.passage = passage
    self.target = target
    self.isAlwaysAnswered = isAlwaysAnswered
  }

  /// The answer as a report has it.
  func stance(_ answer: StanceAnswer, in document: Document) -> Stance {
    var stance = Stance()
    stance.of = passage.id
    stance.holders = passage.holders
    switch target {
    case .span(let span, let entity):
      stance.target.span = span
      stance.target.text = document.text[span]
      stance.target.entity = entity
    case .text(let text): stance.target.text = text
    }
    stance.label = answer.label
    stance.confidence = Double(answer.confidence)
    return stance
  }
}

/// A stance with its calibrated probability.
struct StanceAnswer: Sendable {
  let label: StanceLabel
  /// From 0 to 1.
  let confidence: Float

  /// Whether there is something to report about a thing that nobody asked for.
  var isDecided: Bool { label != .neutral && confidence >= 0.5 }
}
