/// Goes on after a name that ends in a mark: “He left Yahoo! in May.”, “She won Jeopardy! twice.”
///
/// A capital before the mark that does not begin the sentence, and a lower-case word behind it.
enum NameMarkRule {
  static func verdict(_ gap: Gap) -> Verdict? {
    guard gap.left.kind == .punctuation, gap.left.span.count == 1, gap.lastByte(gap.index) == UInt8(ascii: "!"),
      gap.touchesPrevious(gap.index), gap.index - 1 > gap.sentenceStart
    else { return nil }
    let name = TokenShape.of(gap.tokens[gap.index - 1], gap.bytes)
    return name == .capitalized && TokenShape.of(gap.right, gap.bytes) == .lower ? .join : nil
  }
}
