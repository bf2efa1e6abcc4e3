internal import DictumKit

/// Asks the rules in order, and the classifier where none has an answer.
struct EnglishJudge: GapJudge, Sendable {
  let abbreviations: Abbreviations
  let starters = SentenceStarters()
  let classifier = BoundaryClassifier()

  @inline(__always)
  func mayEnd(_ left: Token, _ right: Token, _ space: GapSpace, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    Candidates.contains(left, right, space, bytes)
  }

  func ends(_ gap: Gap) -> Bool {
    if let verdict = rules(gap) { return verdict == .split }
    return classifier.logOdds(gap) > 0
  }

  /// The first rule's answer.
  func rules(_ gap: Gap) -> Verdict? {
    if let verdict = MarkRule.verdict(gap) { return verdict }
    if let verdict = AttributionRule.verdict(gap) { return verdict }
    if let verdict = AbbreviationRule.verdict(gap, abbreviations) { return verdict }
    if let verdict = InitialRule.verdict(gap, starters) { return verdict }
    if let verdict = ListNumberRule.verdict(gap) { return verdict }
    return EllipsisRule.verdict(gap)
  }
}
