import DictumEnglish
import DictumKit

/// BLINKEN: “…” — a name and a colon, as in interviews and press releases.
struct SpeakerLabel: SourceResolver {
  private static let longestName = 8
  let name = "speaker-label"

  func resolve(_ statement: Statement, in context: ResolverContext) -> Attribution? {
    let before = statement.before
    guard let last = before.last, context.reading.word(last) == ":", before.count > 1,
      before.count <= Self.longestName + 1, context.reading.isCapitalised(before.lowerBound),
      let source = context.reading.span(before.lowerBound..<last)
    else { return nil }
    return Attribution(cue: [], source: [source], confidence: Sureness.apart, by: name)
  }
}

/// “…” — Commissioner Geoffrey Starks: a dash and a name after the quotation.
struct DashAfter: SourceResolver {
  private static let longestName = 10
  let name = "dash-after"

  func resolve(_ statement: Statement, in context: ResolverContext) -> Attribution? {
    let after = statement.after
    // Where a paragraph goes on, it is the agency’s name: “…,” she said. “…” – Reuters
    guard statement.startsParagraph, let dash = after.first,
      ["—", "–", "-", "--", "―"].contains(context.reading.word(dash)), after.count > 1,
      after.count <= Self.longestName, context.reading.isCapitalised(dash + 1)
    else { return nil }
    var end = after.upperBound
    while end > dash + 1, !context.reading.isWord(end - 1) { end -= 1 }
    guard let source = context.reading.span(dash + 1..<end) else { return nil }
    return Attribution(cue: [], source: [source], confidence: Sureness.apart, by: name)
  }
}
