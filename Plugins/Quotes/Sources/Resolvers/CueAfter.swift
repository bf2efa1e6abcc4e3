import DictumEnglish
import DictumKit

/// “…,” Secretary Blinken said. / “…,” he further added.
struct CueAfter: SourceResolver {
  /// How many words may stand before the cue, behind a clause and behind a sentence of the quotation.
  private static let longestLead = (clause: 30, sentence: 6)
  let name = "cue-after"

  func resolve(_ statement: Statement, in context: ResolverContext) -> Attribution? {
    guard statement.endsComplete, let cue = context.firstCue(in: statement.after), cue > statement.after.lowerBound
    else { return nil }
    let lead = statement.after.lowerBound..<cue
    // A full stop before the mark ends the sentence: what follows is then a sentence of its own, unless it is short.
    let isNewSentence = statement.ending == UInt8(ascii: ".")
    guard lead.count <= (isNewSentence ? Self.longestLead.sentence : Self.longestLead.clause) else { return nil }
    if isNewSentence, introducesNext(cue, statement.after, context) { return nil }
    guard let source = context.phrases.before(cue: cue, limit: lead.lowerBound) else { return nil }
    return Attribution(
      cue: [context.reading.span(cue)],
      source: [source],
      confidence: isNewSentence ? Sureness.nextSentence : Sureness.adjacent,
      by: name
    )
  }

  /// “…” Blinken said that … / “…” Blinken said: “…” speak of something else than the quotation before them.
  private func introducesNext(_ cue: Int, _ after: Range<Int>, _ context: ResolverContext) -> Bool {
    guard cue + 1 < after.upperBound else { return true }
    let next = context.reading.lowercased(cue + 1)
    if context.reading.isWord(cue + 1) { return next == "that" || !context.reading.is(cue + 1, in: .sourceEnds) }
    return next == ":" || (next == "," && cue + 2 == after.upperBound)
  }
}

/// “…,” said Foreign Minister Hayashi.
struct CueAfterInverted: SourceResolver {
  let name = "cue-after-inverted"

  func resolve(_ statement: Statement, in context: ResolverContext) -> Attribution? {
    guard statement.endsComplete else { return nil }
    let lead = statement.after.prefix(3).prefix { index in
      let word = context.reading.lowercased(index)
      return context.reading.is(index, in: .reportingVerbs) || word == "," || context.reading.is(index, in: .verbLeads)
    }
    guard let cue = lead.first(where: { context.reading.is($0, in: .reportingVerbs) }),
      let source = context.phrases.after(cue: cue, limit: statement.after.upperBound)
    else { return nil }
    return Attribution(cue: [context.reading.span(cue)], source: [source], confidence: Sureness.adjacent, by: name)
  }
}
