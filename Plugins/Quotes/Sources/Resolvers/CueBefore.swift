import DictumEnglish
import DictumKit

/// Blinken said: “…” / He told reporters on Monday that “…”
struct CueBefore: SourceResolver {
  private static let longestAddressee = 14
  let name = "cue-before"

  func resolve(_ statement: Statement, in context: ResolverContext) -> Attribution? {
    guard let cue = context.lastCue(in: statement.before),
      statement.before.upperBound - cue - 1 <= Self.longestAddressee,
      let source = context.phrases.before(cue: cue, limit: statement.before.lowerBound)
        ?? inverted(cue, statement, context)
    else { return nil }
    let isAdjacent = statement.before.upperBound - cue <= 2
    return Attribution(
      cue: [context.reading.span(cue)],
      source: [source],
      confidence: isAdjacent ? Sureness.adjacent : Sureness.apart,
      by: name
    )
  }

  /// Said Hayashi: “…”
  private func inverted(_ cue: Int, _ statement: Statement, _ context: ResolverContext) -> TextSpan? {
    guard cue == statement.before.lowerBound else { return nil }
    return context.phrases.after(cue: cue, limit: statement.before.upperBound)
  }
}
