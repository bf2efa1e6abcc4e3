internal import DictumKit

/// Asks the rules in order, and the classifier where none has an answer.
struct EnglishJudge: GapJudge, Sendable {
  let suppressions: Suppressions
  let abbreviations = Abbreviations()
  let starters = SentenceStarters()
  let classifier: BoundaryClassifier

  /// From which log-odds a sentence ends behind a mark.
  private static let marked: Float = 0
  /// The same where no mark ends it: below even odds, since the classifier, which sees few such ends in training, is too
  /// shy of them. Tuned on the dev splits.
  private static let unmarked: Float = -0.4

  @inline(__always)
  func mayEnd(_ left: Piece, _ right: Piece, _ space: GapSpace, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    Candidates.contains(left, right, space, bytes)
  }

  func ends(_ gap: Gap) -> Bool {
    if let verdict = rules(gap) { return verdict == .split }
    let threshold = hasMark(gap) ? Self.marked : Self.unmarked
    return classifier.logOdds(gap, isSuppressed: isSuppressed(gap)) > threshold
  }

  /// The first rule's answer.
  func rules(_ gap: Gap) -> Verdict? {
    if let verdict = MarkRule.verdict(gap) { return verdict }
    if let verdict = AttributionRule.verdict(gap, starters) { return verdict }
    if let verdict = ItemRule.verdict(gap) { return verdict }
    if let verdict = ListNumberRule.verdict(gap) { return verdict }
    if let verdict = QuotedEndRule.verdict(gap, starters) { return verdict }
    if let verdict = MissingSpaceRule.verdict(gap) { return verdict }
    if let verdict = NumberSignRule.verdict(gap) { return verdict }
    if let verdict = AbbreviationRule.verdict(gap, abbreviations, starters) { return verdict }
    if let verdict = InitialRule.verdict(gap, starters) { return verdict }
    if let verdict = NewsroomRule.verdict(gap) { return verdict }
    if let verdict = NameMarkRule.verdict(gap, starters) { return verdict }
    if let verdict = AddressRule.verdict(gap) { return verdict }
    if let verdict = EllipsisRule.verdict(gap) { return verdict }
    if let verdict = ForeignTerminatorRule.verdict(gap) { return verdict }
    return goesOn(gap) ? .join : nil
  }

  /// Whether a mark stands before the gap that may end a sentence.
  @inline(__always)
  func hasMark(_ gap: Gap) -> Bool {
    switch gap.leftShape {
    case .terminator, .dash, .bullet, .other: gap.left.kind != .word
    case .comma: gap.lastByte(gap.index) != UInt8(ascii: ",")
    default: false
    }
  }

  /// Whether the gap is a candidate for the rules' sake alone: between words, before one in lower case.
  private func goesOn(_ gap: Gap) -> Bool {
    (gap.left.kind == .word || gap.left.kind == .number) && gap.lastByte(gap.index) != UInt8(ascii: ".")
      && gap.firstByte(gap.index + 1) &- UInt8(ascii: "a") < 26
  }

  /// Whether ICU's list of abbreviations has the word before the gap.
  @inline(__always)
  func isSuppressed(_ gap: Gap) -> Bool {
    guard gap.isICUBreak, gap.lastByte(gap.index) == UInt8(ascii: ".") else { return false }
    let isApart = gap.left.kind != .word && gap.touchesPrevious(gap.index)
    let start = isApart ? gap.tokens[gap.index - 1].span.start : gap.left.span.start
    return suppressions.contains(gap.bytes, start, gap.left.span.end)
  }
}
