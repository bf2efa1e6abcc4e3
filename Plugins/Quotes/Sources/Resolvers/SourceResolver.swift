import DictumKit

/// One way of finding a statement's cue and source. Resolvers are asked in order; the first answer counts.
protocol SourceResolver: Sendable {
  /// The name that the quote's `by` field shows.
  var name: String { get }
  func resolve(_ statement: Statement, in context: ResolverContext) -> Attribution?
}

/// What resolvers look at besides the statement itself.
struct ResolverContext {
  let tokens: TokenSequence
  let cues: CueLexicon
  /// The attribution of the statement before this one, where it may go on.
  var previous: (statement: Statement, attribution: Attribution)?

  var phrases: SourcePhrase { SourcePhrase(tokens: tokens, cues: cues) }

  /// The first cue in a range of tokens.
  func firstCue(in range: Range<Int>) -> Int? {
    range.first { cues.isCue(tokens.lowercased($0)) && tokens.isWord($0) }
  }

  /// The number of cues in a range of tokens.
  func cueCount(in range: Range<Int>) -> Int {
    range.count { cues.isCue(tokens.lowercased($0)) && tokens.isWord($0) }
  }

  /// The last cue in a range of tokens.
  func lastCue(in range: Range<Int>) -> Int? {
    range.last { cues.isCue(tokens.lowercased($0)) && tokens.isWord($0) }
  }
}
