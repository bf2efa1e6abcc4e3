internal import DictumKit

/// The conventions of news pages that have no full stop: a date line before the text, and the credit behind a caption.
enum NewsroomRule {
  private static let credits = WordSet(["image", "photo", "photograph", "picture", "credit"])
  private static let weekdays = WordSet(.weekdays)

  static func verdict(_ gap: Gap) -> Verdict? {
    guard gap.left.kind == .word || gap.left.kind == .number else { return nil }
    if startsCredit(gap) || endsDateLine(gap) { return .split }
    return isAcronymBeforeName(gap) ? .join : nil
  }

  /// "A view of the harbour | Image: Ann Lee."
  private static func startsCredit(_ gap: Gap) -> Bool {
    guard gap.firstByte(gap.index + 2) == UInt8(ascii: ":"), gap.touchesPrevious(gap.index + 2) else { return false }
    return credits.contains(WordHash.of(gap.bytes, gap.right.span.start, gap.right.span.end))
  }

  /// "Thursday, May 7, 2015 | The council met."
  private static func endsDateLine(_ gap: Gap) -> Bool {
    guard gap.index - gap.sentenceStart == 5, gap.left.kind == .number, gap.left.span.count == 4 else { return false }
    let first = gap.tokens[gap.sentenceStart].span
    return gap.right.kind == .word && weekdays.contains(WordHash.of(gap.bytes, first.start, first.end))
  }

  /// "US President Barack Obama": an acronym that begins the sentence belongs to the name behind it.
  private static func isAcronymBeforeName(_ gap: Gap) -> Bool {
    guard gap.index == gap.sentenceStart, gap.left.span.count <= 4 else { return false }
    return gap.leftShape == .upper && gap.rightShape == .capitalized
  }
}
