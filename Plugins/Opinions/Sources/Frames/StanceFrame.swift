import DictumEnglish
import DictumKit

/// Corrects a stance that a model reads off a statement's words by how the statement is meant: a topic that is only
/// discussed, a clause that is denied, a judgment that is not made, a name in scare quotes, a victim of what is condemned.
///
/// The models judge sentences as their author's (NewsMTSC has no holders); what a cue does to the content is the
/// factuality of events after Saurí and Pustejovsky, “FactBank”, 2009. A rule moves most of a label's probability to
/// another one, so that confidence stays a probability.
struct StanceFrame {
  private static let moved: Float = 0.9
  /// How many words before a cue may negate it: “did not publicly”.
  private static let negationReach = 3
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// The answer as the statement means it; that to a question about an author's own sentence stays.
  func reading(_ answer: StanceAnswer, of question: StanceQuestion) -> StanceAnswer {
    guard question.passage.isStatement, case .span(let target, _) = question.target else { return answer }
    let passage = question.passage
    var answer = answer
    if isCue(passage, .discussingVerbs) || isDenied(passage) {
      answer.move([.favor, .against], to: .neutral, Self.moved)
    }
    if isNegated(passage, .condemningVerbs) { answer.move([.against], to: .neutral, Self.moved) }
    if isNegated(passage, .approvingVerbs) { answer.move([.favor], to: .neutral, Self.moved) }
    if isDisowned(target) || isScareQuoted(target, in: passage) && isCue(passage, .mockingVerbs) {
      answer.move([.favor, .neutral], to: .against, Self.moved)
    } else if isScareQuoted(target, in: passage) {
      answer.move([.favor], to: .neutral, Self.moved)
    }
    if isVictim(target) { answer.move([.against], to: .neutral, Self.moved) }
    return answer
  }

  /// How a statement feels: who only discusses something says nothing good or bad of it.
  func feeling(_ sentiment: Sentiment, of passage: Passage) -> Sentiment {
    guard passage.isStatement, isCue(passage, .discussingVerbs) else { return sentiment }
    var sentiment = sentiment
    (sentiment.label, sentiment.score) = (.neutral, 0)
    return sentiment
  }

  private func isCue(_ passage: Passage, _ words: WordList) -> Bool {
    passage.cue.contains { reading.tokens(in: $0).contains { reading.is($0, in: words) } }
  }

  /// “did not criticise the plan”, “never endorsed him”: one of the cues, with a negation in it or right before it.
  private func isNegated(_ passage: Passage, _ words: WordList) -> Bool {
    guard isCue(passage, words), let cue = passage.cue.first else { return false }
    let tokens = reading.tokens(in: cue)
    var first = tokens.lowerBound
    let limit = max(0, first - Self.negationReach)
    while first > limit, !isStop(first - 1) { first -= 1 }
    return (first..<tokens.upperBound).contains { reading.is($0, in: .negators) }
  }

  /// Only a clause can be denied: who “denied the attack” speaks of the attack as the model reads it.
  private func isDenied(_ passage: Passage) -> Bool {
    guard isCue(passage, .denyingVerbs), let first = passage.spans.first else { return false }
    let start = reading.token(from: first.start)
    guard start < reading.count else { return false }
    return reading.is(start, "that") || reading.lowercased(start).hasSuffix("ing") || reading.is(start - 1, "that")
  }

  /// “the so-called peace deal”.
  private func isDisowned(_ target: TextSpan) -> Bool {
    var index = reading.token(from: target.start) - 1
    while index >= 0, reading.tokens[index].kind != .word, !isStop(index) { index -= 1 }
    guard index >= 0 else { return false }
    // “so-called” may be one token or three.
    let isCompound = index >= 2 && reading.is(index - 1, "-")
    let compound = isCompound ? "\(reading.word(index - 2))-\(reading.word(index))" : ""
    return reading.is(index, in: .disowningWords) || WordList.disowningWords.contains(compound)
  }

  /// A short run in quote marks of its own, inside a longer statement.
  private func isScareQuoted(_ target: TextSpan, in passage: Passage) -> Bool {
    guard let whole = passage.spans.first(where: { $0.contains(target) }) else { return false }
    let place = reading.token(from: target.start)
    var before = place - 1
    while before >= 0, place - before < 4, reading.span(before).start >= whole.start {
      if isMark(before) { break }
      before -= 1
    }
    guard before >= 0, reading.span(before).start > whole.start, isMark(before) else { return false }
    var after = reading.token(from: target.end)
    let last = after + 4
    while after < reading.count, after < last, reading.span(after).end <= whole.end {
      if isMark(after) { return true }
      after += 1
    }
    return false
  }

  /// “Russia's war of aggression against Ukraine”: whoever condemns it is not against Ukraine.
  private func isVictim(_ target: TextSpan) -> Bool {
    let place = reading.token(from: target.start)
    for back in 1...4 where place - back > 0 {
      let index = place - back
      if reading.is(index, in: .victimPrepositions) { return reading.is(index - 1, in: .harmNouns) }
      if isStop(index) { return false }
    }
    return false
  }

  private func isMark(_ index: Int) -> Bool {
    ["“", "”", "\"", "‘", "’", "''", "``"].contains(reading.word(index))
  }

  private func isStop(_ index: Int) -> Bool { [".", ",", ";", ":", "!", "?"].contains(reading.word(index)) }
}
