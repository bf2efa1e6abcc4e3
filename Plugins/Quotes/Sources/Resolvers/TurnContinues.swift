import DictumKit

/// A quotation without a speaker that follows one with a speaker: “…,” she said. “…”
struct TurnContinues: SourceResolver {
  let name = "turn-continues"

  func resolve(_ statement: Statement, in context: ResolverContext) -> Attribution? {
    guard let previous = context.previous, !previous.attribution.source.isEmpty, statement.readsLikeSpeech else {
      return nil
    }
    // Nothing but the attribution may stand between.
    guard statement.sentences.lowerBound <= previous.statement.sentences.upperBound else { return nil }
    let distance = statement.firstParagraph - previous.statement.paragraph
    // In the next paragraph a turn goes on only where nothing but the quotation stands.
    guard distance == 0 || (distance == 1 && statement.startsParagraph && statement.after.isEmpty) else { return nil }
    return Attribution(
      cue: [],
      source: previous.attribution.source,
      confidence: previous.attribution.confidence * (distance == 0 ? Sureness.goingOn.near : Sureness.goingOn.far),
      by: name
    )
  }
}
