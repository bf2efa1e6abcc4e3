internal import DictumKit

/// What the classifier looks at where the nearest words leave it unsure: words further off, runs of capitals, the
/// sentence so far and what follows as a whole, and the quotation around.
enum WiderFeatures {
  private static let farthest = 6

  /// Hands the features of `gap` to `sink`, those of the first look among them.
  static func extract(
    _ place: BoundaryPlace,
    _ gap: Gap,
    isSuppressed: Bool,
    into sink: inout some FeatureSink
  ) {
    BoundaryFeatures.extract(place, gap, isSuppressed: isSuppressed, into: &sink)
    let around = Surroundings(gap)
    addWords(place, gap, &sink)
    addRuns(place, around, gap, &sink)
    addClauses(place, around, gap, &sink)
    if gap.open.isQuote { addQuote(place, around, gap, &sink) }
  }

  /// Words in threes, their endings, and words one further off.
  private static func addWords(_ place: BoundaryPlace, _ gap: Gap, _ sink: inout some FeatureSink) {
    let (ending, word, right) = (place.ending, place.word, place.right)
    let early = BoundarySide(gap, place.wordIndex - 2)
    let late = BoundarySide(gap, gap.index + 3)
    let wordEnd = suffix(gap, place.wordIndex)
    let rightEnd = suffix(gap, gap.index + 1)
    sink.add(30, ending, right.hash ^ place.next.hash &* 31, late.hash)
    sink.add(31, ending, late.hash, right.shape)
    sink.add(32, ending, early.hash, right.shape)
    sink.add(33, ending, place.before.hash &* 31 ^ word.hash, right.hash)
    sink.add(34, ending, word.hash, right.hash &* 31 ^ place.next.hash)
    sink.add(35, ending, early.hash &* 31 ^ place.before.hash, word.hash)
    sink.add(36, ending, wordEnd, word.shape << 8 | right.shape)
    sink.add(37, ending, rightEnd, right.shape << 8 | place.next.shape)
    sink.add(38, ending, wordEnd, rightEnd)
    let left = early.shape << 16 | place.before.shape << 8 | word.shape
    sink.add(39, ending, left, right.shape << 16 | place.next.shape << 8 | late.shape)
    let isSame: UInt32 = (place.first.hash == right.hash ? 1 : 0) | (place.first.shape == right.shape ? 2 : 0)
    sink.add(40, ending, isSame, right.shape << 8 | word.shape)
  }

  /// The runs of capitals up to the gap and from it on, and what they end at.
  private static func addRuns(
    _ place: BoundaryPlace,
    _ around: Surroundings,
    _ gap: Gap,
    _ sink: inout some FeatureSink
  ) {
    let (ending, right) = (place.ending, place.right.shape)
    var end = gap.index + 1
    while end <= around.upper, end - gap.index <= farthest, isCapital(BoundarySide(gap, end).shape) { end += 1 }
    let runAhead = UInt32(end - gap.index - 1)
    let after = end <= around.upper ? BoundarySide(gap, end) : BoundarySide(gap, -1)
    let limit = max(gap.sentenceStart, around.lower)
    var start = place.wordIndex
    while start >= limit, place.wordIndex - start < farthest, isCapital(BoundarySide(gap, start).shape) { start -= 1 }
    let runBack = UInt32(max(0, place.wordIndex - start))
    let before = start >= limit ? BoundarySide(gap, start) : BoundarySide(gap, -1)
    sink.add(50, ending, runAhead, right << 8 | after.shape)
    sink.add(51, ending, runAhead, after.hash &* 31 ^ right)
    sink.add(52, ending, runBack, before.shape << 8 | right)
    sink.add(53, ending, runBack, before.hash &* 31 ^ right)
    sink.add(54, ending, runBack << 8 | runAhead, before.shape << 8 | after.shape)
    sink.add(55, ending, around.capitals, right << 8 | after.shape)
  }

  /// Whether the sentence so far could be a clause, whether one follows, and where the paragraph ends.
  private static func addClauses(
    _ place: BoundaryPlace,
    _ around: Surroundings,
    _ gap: Gap,
    _ sink: inout some FeatureSink
  ) {
    let (ending, right) = (place.ending, place.right.shape)
    let clause: UInt32 = (around.verbsBefore ? 1 : 0) | (around.pronounsBefore ? 2 : 0)
    let verb = around.verb > around.upper ? 15 : size(around.verb - gap.index - 1)
    let hasVerb: UInt32 = around.verb < around.terminator ? 1 : 0
    let toEnd = size(around.upper - gap.index)
    let isEnded: UInt32 =
      around.seesEnd
      ? TokenShape.of(gap.tokens[around.upper], gap.bytes) == .terminator ? 1 : 0 : 2
    sink.add(60, ending, clause, right)
    sink.add(61, ending, clause & 1 | verb << 2, right)
    sink.add(62, ending, clause & 1 | hasVerb << 1, right << 8 | around.capitals)
    sink.add(63, ending, size(around.terminator - gap.index - 1), right)
    sink.add(64, ending, toEnd, right)
    sink.add(65, ending, size(gap.index - around.lower), right)
    sink.add(66, ending, around.capitals << 4 | clause, place.length << 8 | right)
    sink.add(67, ending, isEnded << 8 | toEnd, right)
    sink.add(68, ending, around.beginsParagraph ? 1 : 0, around.capitals << 8 | right)
  }

  /// Where the quotation that the gap is in begins and ends, and what stands before and behind it.
  private static func addQuote(
    _ place: BoundaryPlace,
    _ around: Surroundings,
    _ gap: Gap,
    _ sink: inout some FeatureSink
  ) {
    var close = gap.index + 1
    while close <= around.upper, !isDoubleMark(gap, close) { close += 1 }
    var open = gap.index
    while open >= around.lower, !isDoubleMark(gap, open) { open -= 1 }
    let inside = BoundarySide(gap, close - 1).shape
    let behind = close + 1 <= around.upper ? BoundarySide(gap, close + 1).shape : 0x1F
    let before = open - 1 >= around.lower ? BoundarySide(gap, open - 1) : BoundarySide(gap, -1)
    let begins: UInt32 = open == gap.sentenceStart ? 1 : 0
    let isSeen: UInt32 = close <= around.upper ? 1 : 0
    sink.add(70, place.ending, inside << 8 | behind, isSeen << 8 | place.right.shape)
    sink.add(71, place.ending, before.shape << 8 | inside, behind)
    sink.add(72, place.ending, begins << 16 | before.shape << 8 | inside, behind << 8 | place.right.shape)
    sink.add(73, place.ending, size(close - gap.index - 1) << 4 | size(gap.index - open), begins)
  }

  private static func isDoubleMark(_ gap: Gap, _ index: Int) -> Bool {
    let start = gap.tokens[index].span.start
    if gap.bytes[start] == UInt8(ascii: "\"") { return true }
    guard gap.bytes[start] == 0xE2 else { return false }
    let mark = TypographicMark.at(start, gap.bytes)
    return mark == TypographicMark.leftDouble || mark == TypographicMark.rightDouble
  }

  private static func isCapital(_ shape: UInt32) -> Bool {
    shape >= UInt32(TokenShape.capitalized.rawValue) && shape <= UInt32(TokenShape.initial.rawValue)
      || shape == UInt32(TokenShape.dotted.rawValue)
  }

  /// The last three bytes of a token, without case.
  private static func suffix(_ gap: Gap, _ index: Int) -> UInt32 {
    guard index >= 0, index < gap.tokens.count else { return 0 }
    let span = gap.tokens[index].span
    return WordHash.of(gap.bytes, max(span.start, span.end - 3), span.end)
  }

  /// A distance as one of eight sizes.
  private static func size(_ count: Int) -> UInt32 {
    switch count {
    case ...2: UInt32(max(0, count))
    case ...4: 3
    case ...7: 4
    case ...12: 5
    case ...20: 6
    default: 7
    }
  }
}

extension FeatureSink {
  /// Takes the feature of a template and its values.
  @inline(__always)
  mutating func add(_ template: UInt32, _ one: UInt32, _ two: UInt32 = 0, _ three: UInt32 = 0) {
    add(BoundaryFeatures.mix(template, one, two, three))
  }
}
