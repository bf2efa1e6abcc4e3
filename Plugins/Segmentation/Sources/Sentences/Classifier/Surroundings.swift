internal import DictumKit

/// The tokens around a gap up to the ends of the paragraph, at most `reach` on either side, so that a text without an
/// end costs no more than another.
struct Surroundings {
  /// How many tokens are looked at.
  static let reach = 20

  /// The first token that is looked at, and the last.
  let lower: Int
  let upper: Int
  /// Whether the paragraph ends with the last token.
  let seesEnd: Bool
  /// Whether the sentence is the paragraph's first.
  let beginsParagraph: Bool

  /// Finite verbs and pronouns of the sentence so far.
  private(set) var verbsBefore = false
  private(set) var pronounsBefore = false
  private(set) var lowerBefore = 0
  private(set) var capitalsBefore = 0
  /// Tokens from the gap to the next verb, and to the next terminator; past `upper` if there is none.
  private(set) var verb: Int
  private(set) var terminator: Int

  init(_ gap: Gap) {
    let tokens = gap.tokens
    let last = min(tokens.count - 1, gap.index + Self.reach)
    var end = gap.index + 1
    while end < last, !Self.isParagraphEnd(gap, end) { end += 1 }
    upper = end
    seesEnd = end == tokens.count - 1 || Self.isParagraphEnd(gap, end)
    let first = max(0, gap.index - Self.reach)
    var start = gap.index
    while start > first, !Self.isParagraphEnd(gap, start - 1) { start -= 1 }
    lower = start
    beginsParagraph = gap.sentenceStart == 0 || Self.isParagraphEnd(gap, gap.sentenceStart - 1)
    verb = end + 1
    terminator = end + 1
    readAhead(gap)
    readBack(gap)
  }

  private mutating func readAhead(_ gap: Gap) {
    var index = gap.index + 1
    while index <= upper {
      let shape = TokenShape.of(gap.tokens[index], gap.bytes)
      if shape == .terminator {
        terminator = index
        break
      }
      index += 1
    }
    index = gap.index + 1
    while index <= upper {
      if ClauseWords.kind(gap.tokens[index], gap.bytes) == .verb {
        verb = index
        break
      }
      index += 1
    }
  }

  private mutating func readBack(_ gap: Gap) {
    var index = max(gap.sentenceStart, gap.index - Self.reach)
    while index <= gap.index {
      let token = gap.tokens[index]
      switch TokenShape.of(token, gap.bytes) {
      case .lower: lowerBefore += 1
      case .capitalized, .upper: capitalsBefore += 1
      default: break
      }
      switch ClauseWords.kind(token, gap.bytes) {
      case .verb: verbsBefore = true
      case .pronoun: pronounsBefore = true
      case .none: break
      }
      index += 1
    }
  }

  /// How much of the sentence so far is in capitals: 0 without words, else 1 to 4.
  var capitals: UInt32 {
    let words = lowerBefore + capitalsBefore
    return words == 0 ? 0 : UInt32(1 + 3 * capitalsBefore / words)
  }

  private static func isParagraphEnd(_ gap: Gap, _ index: Int) -> Bool {
    GapSpace.between(gap.tokens[index].span.end, gap.tokens[index + 1].span.start, gap.bytes) == .blank
  }
}
