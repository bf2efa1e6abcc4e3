internal import DictumKit

/// Goes on after a name that ends in a mark: “He left Yahoo! in May.”, “She won Jeopardy! twice.”, “Yahoo! Japan”.
///
/// A capital before the mark that does not begin the sentence and a lower-case word behind it, or one of a few names
/// that are hardly ever written without their mark and a capital that does not start a sentence.
enum NameMarkRule {
  private static let names = WordSet(["yahoo", "jeopardy", "wham"])

  static func verdict(_ gap: Gap, _ starters: SentenceStarters) -> Verdict? {
    guard gap.left.kind == .punctuation, gap.left.span.count == 1, gap.lastByte(gap.index) == UInt8(ascii: "!"),
      gap.touchesPrevious(gap.index), gap.index > gap.sentenceStart
    else { return nil }
    let name = gap.tokens[gap.index - 1]
    guard TokenShape.of(name, gap.bytes) == .capitalized else { return nil }
    switch gap.rightShape {
    case .lower: return gap.index - 1 > gap.sentenceStart ? .join : nil
    case .capitalized where !starters.contains(gap.right, gap.bytes):
      return names.contains(WordHash.of(gap.bytes, name.span.start, name.span.end)) ? .join : nil
    default: return nil
    }
  }
}
