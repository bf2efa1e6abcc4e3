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
  case span(TextSpan, entity: String?)
  /// A text of its own.
  case text(String)
}

/// Whose stance, and toward what.
struct StanceQuestion: Sendable {
  let passage: Passage
  let target: StanceTarget
  /// The holder that the document asked for.
  var holder: TextPart?

  init(_ passage: Passage, target: StanceTarget) {
    self.passage = passage
    self.target = target
  }

  /// The answer as a report has it.
  func stance(_ answer: StanceAnswer, in document: Document) -> Stance {
    var stance = Stance()
    stance.of = passage.id
    stance.holders = passage.holders
    stance.holder = holder
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

/// The calibrated probabilities of a stance's three labels.
struct StanceAnswer: Sendable {
  let against: Float
  let neutral: Float
  let favor: Float

  /// The likeliest.
  var label: StanceLabel {
    if favor > max(against, neutral) { return .favor }
    return against > neutral ? .against : .neutral
  }

  /// The probability of the likeliest.
  var confidence: Float { max(against, neutral, favor) }
}
