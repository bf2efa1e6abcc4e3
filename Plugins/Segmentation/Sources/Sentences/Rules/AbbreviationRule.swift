/// Goes on after abbreviations that need what follows (Mr., Gen., No. 5), and after any abbreviation that a lower-case
/// word follows; ends a sentence at an abbreviation before a capital that starts one (“at Acme Inc. She …”).
enum AbbreviationRule {
  static func verdict(_ gap: Gap, _ abbreviations: Abbreviations, _ starters: SentenceStarters) -> Verdict? {
    guard gap.left.kind == .word, gap.lastByte(gap.index) == UInt8(ascii: ".") else { return nil }
    let word = gap.left.span
    let right = gap.rightShape
    let kind = abbreviations.kind(gap.bytes, word.start, word.end - 1)
    switch kind {
    case .leading: return endsStreet(gap, right, starters) ? .split : .join
    case .beforeNumber where right == .number || gap.firstByte(gap.index + 1) == UInt8(ascii: "$"): return .join
    default: break
    }
    if right == .lower || right == .comma { return .join }
    guard gap.space != .none, gap.index > gap.sentenceStart + 1 else { return nil }
    if right == .capitalized, kind == .open || isDotted(gap), starters.contains(gap.right, gap.bytes) { return .split }
    guard isTime(gap) else { return nil }
    return TimeWords.contain(gap.right, gap.bytes) ? .join : beforeTitle(gap, abbreviations)
  }

  /// “She lives on Elm St. It is quiet.”: street and foot end a sentence behind a name or number, where a word that
  /// starts one follows. (Saint, mount and fort stand before a name.)
  private static func endsStreet(_ gap: Gap, _ right: TokenShape, _ starters: SentenceStarters) -> Bool {
    guard gap.left.span.count == 3, gap.bytes[gap.left.span.start + 1] | 0x20 == UInt8(ascii: "t"),
      right == .capitalized, gap.space != .none, gap.index - 1 > gap.sentenceStart,
      starters.contains(gap.right, gap.bytes)
    else { return false }
    let before = gap.tokens[gap.index - 1]
    let shape = TokenShape.of(before, gap.bytes)
    return shape == .number || shape == .capitalized && !starters.contains(before, gap.bytes)
  }

  /// Whether the word is letters with full stops: “U.K.”, “p.m.”.
  private static func isDotted(_ gap: Gap) -> Bool {
    let word = gap.left.span
    return word.count >= 4 && word.count % 2 == 0 && gap.bytes[word.start + 1] == UInt8(ascii: ".")
  }

  private static func isTime(_ gap: Gap) -> Bool {
    let word = gap.left.span
    guard word.count == 4, isDotted(gap), gap.bytes[word.start + 2] | 0x20 == UInt8(ascii: "m") else { return false }
    let first = gap.bytes[word.start] | 0x20
    return first == UInt8(ascii: "a") || first == UInt8(ascii: "p")
  }

  /// “At 5 a.m. Mr. Cole …” goes on: the time leads the sentence. “… at 5 a.m. Mr. Cole …” does not.
  private static func beforeTitle(_ gap: Gap, _ abbreviations: Abbreviations) -> Verdict? {
    let title = gap.right.span
    guard title.count > 2, gap.bytes[title.end - 1] == UInt8(ascii: "."),
      abbreviations.kind(gap.bytes, title.start, title.end - 1) == .leading
    else { return nil }
    return gap.index - gap.sentenceStart <= 3 ? .join : .split
  }
}
