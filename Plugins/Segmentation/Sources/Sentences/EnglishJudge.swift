internal import DictumKit

/// Asks the rules in order, and the classifier where none has an answer.
struct EnglishJudge: GapJudge, Sendable {
  let suppressions: Suppressions
  let abbreviations = Abbreviations()
  let starters = SentenceStarters()
  let classifier: BoundaryClassifier

  /// Below even odds, since a sentence end that is missed costs two sentences and so does one too many, while the
  /// classifier, which sees few unmarked ends in training, is too shy of them. Tuned on the dev splits.
  private static let threshold: Float = -0.8

  @inline(__always)
  func mayEnd(_ left: Token, _ right: Token, _ space: GapSpace, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    Candidates.contains(left, right, space, bytes)
  }

  func ends(_ gap: Gap) -> Bool {
    if let verdict = rules(gap) { return verdict == .split }
    return classifier.logOdds(gap, isSuppressed: isSuppressed(gap)) > Self.threshold
  }

  /// The first rule's answer.
  func rules(_ gap: Gap) -> Verdict? {
    if let verdict = MarkRule.verdict(gap) { return verdict }
    if let verdict = AttributionRule.verdict(gap) { return verdict }
    if let verdict = QuotedEndRule.verdict(gap, starters) { return verdict }
    if let verdict = ItemRule.verdict(gap) { return verdict }
    if let verdict = ListNumberRule.verdict(gap) { return verdict }
    if let verdict = AbbreviationRule.verdict(gap, abbreviations, starters) { return verdict }
    if let verdict = InitialRule.verdict(gap, starters) { return verdict }
    if let verdict = NewsroomRule.verdict(gap) { return verdict }
    if let verdict = NameMarkRule.verdict(gap) { return verdict }
    if let verdict = AddressRule.verdict(gap) { return verdict }
    if let verdict = EllipsisRule.verdict(gap) { return verdict }
    if let verdict = ForeignTerminatorRule.verdict(gap) { return verdict }
    return goesOn(gap) ? .join : nil
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
