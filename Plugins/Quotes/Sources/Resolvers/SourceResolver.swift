import DictumEnglish
import DictumKit

/// One way of finding a statement's cue and source. Resolvers are asked in order; the first answer counts.
protocol SourceResolver: Sendable {
  /// The name that the quote's `by` field shows.
  var name: String { get }
  func resolve(_ statement: Statement, in context: ResolverContext) -> Attribution?
}

/// What resolvers look at besides the statement itself.
struct ResolverContext {
  let reading: Reading
  /// The attribution of the statement before this one, where it may go on.
  var previous: (statement: Statement, attribution: Attribution)?

  var phrases: SourcePhrase { SourcePhrase(reading: reading) }

  /// The first cue in a range of tokens.
  func firstCue(in range: Range<Int>) -> Int? {
    range.first { isCue($0, in: range) }
  }

  /// The number of cues in a range of tokens.
  func cueCount(in range: Range<Int>) -> Int {
    range.count { isCue($0, in: range) }
  }

  /// The last cue in a range of tokens.
  func lastCue(in range: Range<Int>) -> Int? {
    range.last { isCue($0, in: range) }
  }

  /// “Secretary of State” is no cue: within a sentence, a verb has no capital.
  private func isCue(_ token: Int, in range: Range<Int>) -> Bool {
    reading.is(token, in: .reportingVerbs) && (token == range.lowerBound || !reading.isCapitalised(token))
  }
}
