import DictumEnglish
import DictumKit

/// According to Blinken, “…” / “…,” according to a spokesperson.
struct AccordingTo: SourceResolver {
  let name = "according-to"

  func resolve(_ statement: Statement, in context: ResolverContext) -> Attribution? {
    for range in [statement.after, statement.before] {
      // Behind a quotation it stands at once, or belongs to what comes next.
      let place = range.lowerBound == statement.after.lowerBound ? range.prefix(3) : range[...]
      guard
        let first = place.first(where: { index in
          index + 1 < range.upperBound && context.reading.lowercased(index) == "according"
            && context.reading.lowercased(index + 1) == "to"
        }), let cue = context.reading.span(first..<first + 2),
        let source = context.phrases.after(cue: first + 1, limit: range.upperBound)
      else { continue }
      return Attribution(cue: [cue], source: [source], confidence: Sureness.labelled, by: name)
    }
    return nil
  }
}
