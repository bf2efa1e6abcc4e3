import DictumKit

/// Judges passages.
protocol OpinionModel: Sendable {
  /// One sentiment for each passage.
  func sentiments(of passages: [Passage], in document: Document) throws -> [Sentiment]
  /// One answer for each question; nil where there is nothing to read.
  func answers(to questions: [StanceQuestion], in document: Document) throws -> [StanceAnswer?]
}

/// How a run of words feels, as probabilities; what is missing to 1 is neutral.
struct Feeling {
  let words: Int
  let negative: Float
  let positive: Float
}

extension Sentiment {
  /// How a passage feels: as its runs do on average, by length, and neither way where it has none.
  init(of id: String, _ feelings: [Feeling]) {
    self.init()
    of = id
    let total = Double(max(1, feelings.reduce(0) { $0 + $1.words }))
    let negative = feelings.reduce(0) { $0 + Double($1.words) * Double($1.negative) } / total
    let positive = feelings.reduce(0) { $0 + Double($1.words) * Double($1.positive) } / total
    score = positive - negative
    let neutral = 1 - positive - negative
    if positive > max(negative, neutral) {
      label = .positive
    } else if negative > neutral {
      label = .negative
    }
  }
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
