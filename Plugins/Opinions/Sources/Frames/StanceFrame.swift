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
  private let text: SourceText
  private let tokens: [Token]

  init(_ document: Document) {
    text = document.text
    tokens = document[.tokens]
  }

  /// The answer as the statement means it; that to a question about an author's own sentence stays.
  func reading(_ answer: StanceAnswer, of question: StanceQuestion) -> StanceAnswer {
    guard question.passage.isStatement, case .span(let target, _) = question.target else { return answer }
    let passage = question.passage
    var answer = answer
    if isCue(passage, FrameLexicon.discussing) || isDenied(passage) {
      answer.move([.favor, .against], to: .neutral, Self.moved)
    }
    if isNegated(passage, FrameLexicon.condemning) { answer.move([.against], to: .neutral, Self.moved) }
    if isNegated(passage, FrameLexicon.approving) { answer.move([.favor], to: .neutral, Self.moved) }
    if isDisowned(target) || isScareQuoted(target, in: passage) && isCue(passage, FrameLexicon.mocking) {
      answer.move([.favor, .neutral], to: .against, Self.moved)
    } else if isScareQuoted(target, in: passage) {
      answer.move([.favor], to: .neutral, Self.moved)
    }
    if isVictim(target) { answer.move([.against], to: .neutral, Self.moved) }
    return answer
  }

  private func isCue(_ passage: Passage, _ words: Set<String>) -> Bool {
    passage.cue.contains { span in
      var index = tokens.partitioningIndex { $0.span.start >= span.start }
      while index < tokens.count, tokens[index].span.end <= span.end {
        if words.contains(word(index)) { return true }
        index += 1
      }
      return false
    }
  }

  /// “did not criticise the plan”, “never endorsed him”: one of the cues, with a negation in it or right before it.
  private func isNegated(_ passage: Passage, _ words: Set<String>) -> Bool {
    guard isCue(passage, words), let cue = passage.cue.first else { return false }
    var index = tokens.partitioningIndex { $0.span.start >= cue.start }
    let first = max(0, index - Self.negationReach)
    while index > first, !isStop(index - 1) { index -= 1 }
    while index < tokens.count, tokens[index].span.end <= cue.end {
      let word = word(index)
      if FrameLexicon.negators.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t") { return true }
      index += 1
    }
    return false
  }

  /// Only a clause can be denied: who “denied the attack” speaks of the attack as the model reads it.
  private func isDenied(_ passage: Passage) -> Bool {
    guard isCue(passage, FrameLexicon.denying), let first = passage.spans.first else { return false }
    let start = tokens.partitioningIndex { $0.span.start >= first.start }
    guard start < tokens.count else { return false }
    return word(start) == "that" || word(start).hasSuffix("ing") || start > 0 && word(start - 1) == "that"
  }

  /// “the so-called peace deal”.
  private func isDisowned(_ target: Span) -> Bool {
    var index = tokens.partitioningIndex { $0.span.start >= target.start } - 1
    while index >= 0, tokens[index].kind != .word, !isStop(index) { index -= 1 }
    guard index >= 0 else { return false }
    // “so-called” may be one token or three.
    let compound = index >= 2 && word(index - 1) == "-" ? "\(word(index - 2))-\(word(index))" : ""
    return FrameLexicon.disowning.contains(word(index)) || FrameLexicon.disowning.contains(compound)
  }

  /// A short run in quote marks of its own, inside a longer statement.
  private func isScareQuoted(_ target: Span, in passage: Passage) -> Bool {
    guard let whole = passage.spans.first(where: { $0.contains(target) }) else { return false }
    let place = tokens.partitioningIndex { $0.span.start >= target.start }
    var before = place - 1
    while before >= 0, place - before < 4, tokens[before].span.start >= whole.start {
      if isMark(before) { break }
      before -= 1
    }
    guard before >= 0, tokens[before].span.start > whole.start, isMark(before) else { return false }
    var after = tokens.partitioningIndex { $0.span.start >= target.end }
    let last = after + 4
    while after < tokens.count, after < last, tokens[after].span.end <= whole.end {
      if isMark(after) { return true }
      after += 1
    }
    return false
  }

  /// “Russia's war of aggression against Ukraine”: whoever condemns it is not against Ukraine.
  private func isVictim(_ target: Span) -> Bool {
    let place = tokens.partitioningIndex { $0.span.start >= target.start }
    for back in 1...4 where place - back > 0 {
      let index = place - back
      if FrameLexicon.towardVictims.contains(word(index)) { return FrameLexicon.harm.contains(word(index - 1)) }
      if isStop(index) { return false }
    }
    return false
  }

  private func word(_ index: Int) -> String { text[tokens[index].span].lowercased() }

  private func isMark(_ index: Int) -> Bool {
    ["“", "”", "\"", "‘", "’", "''", "``"].contains(text[tokens[index].span])
  }

  private func isStop(_ index: Int) -> Bool { [".", ",", ";", ":", "!", "?"].contains(text[tokens[index].span]) }
}
