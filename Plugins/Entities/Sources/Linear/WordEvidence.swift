import DictumKit
import DictumLinear

/// What the rest of a document says about a word: whether it also appears in lower case, as part of a longer name,
/// behind a title. After Chieu and Ng, “Named Entity Recognition with a Maximum Entropy Approach” (CoNLL 2003).
struct WordEvidence {
  static let inLowerCase: UInt8 = 1
  static let capitalisedInside: UInt8 = 2
  static let afterCapitalised: UInt8 = 4
  static let beforeCapitalised: UInt8 = 8
  static let afterTitle: UInt8 = 16
  static let inParentheses: UInt8 = 32

  private var flags: [UInt64: UInt8] = [:]

  init(_ profiles: [TokenProfile], sentenceStarts: Set<Int>, titles: Set<UInt64>, openings: UInt64) {
    flags.reserveCapacity(profiles.count / 2)
    for index in profiles.indices where profiles[index].isWord {
      let profile = profiles[index]
      var found: UInt8 = 0
      if profile.isCapitalised {
        let isInside = !sentenceStarts.contains(index)
        if isInside { found |= Self.capitalisedInside }
        if isInside, index > 0, profiles[index - 1].isCapitalised { found |= Self.afterCapitalised }
        if index + 1 < profiles.count, profiles[index + 1].isCapitalised { found |= Self.beforeCapitalised }
        if index > 0, titles.contains(profiles[index - 1].lower.value) { found |= Self.afterTitle }
        if index > 0, profiles[index - 1].lower.value == openings { found |= Self.inParentheses }
      } else {
        found = Self.inLowerCase
      }
      if found != 0 { flags[profile.lower.value, default: 0] |= found }
    }
  }

  func flags(of profile: TokenProfile) -> UInt8 { flags[profile.lower.value] ?? 0 }
}
