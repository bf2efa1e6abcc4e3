import DictumEnglish
import DictumKit

/// One way of finding a statement's cue and source. Resolvers are asked in order; the first answer counts.
protocol SourceResolver: Sendable {
  func resolve(_ statement: Statement, in context: ResolverContext) -> Attribution?
}

/// How sure the resolvers are. On PolNeAR’s train articles, of what each finds so many in a hundred are statements, and so
/// many have the right source: cue-after 95 and 90, cue-after-inverted 97 and 94, cue-before 82 and 70, speaker-label 97
/// and 88 (of 33), according-to 60 and 60 (of 35), turn-continues 58 and 45, without a source 74 and none.
enum Sureness {
  /// A cue and its source beside the quotation.
  static let adjacent = 0.95
  /// “According to”, or the label of a transcript.
  static let labelled = 0.9
  /// A name without a cue, or a cue that stands apart.
  static let apart = 0.8
  /// A cue in the next sentence.
  static let nextSentence = 0.7
  /// Nobody is named.
  static let unattributed = 0.3
  /// What goes on with a speaker is as sure as that speaker, and less so in another paragraph.
  static let goingOn = (near: 0.85, far: 0.65)
}

/// What resolvers look at besides the statement itself.
struct ResolverContext {
  let reading: Reading
  /// The attribution of the statement before this one, where it may go on.
  var previous: (statement: Statement, attribution: Attribution)?

  /// “the post read”: what a cue is not, where the parts of speech are known.
  private static let nominal: Set<PartOfSpeech> = [.noun, .properNoun, .adjective]

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
      && !(reading.tokens[token].part.map(Self.nominal.contains) ?? false)
  }
}
