/// Tells a line break that wraps running text from one that ends a heading, an item or a paragraph.
///
/// A line was wrapped if the next word would not have fitted: its length and the word's exceed the width of the widest
/// line around. Lines wider than any wrapping leaves them are paragraphs of their own. Three short lines or more that
/// begin in lower case and have no mark at their ends are a menu's, each its own.
struct LineWrap {
  private static let narrowest = 30
  private static let widest = 120

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The block of lines that was measured last, and its widest line.
  private var block = 0..<0
  private var width = 0
  /// Whether the lines are those of a menu or form: see `looksLikeMenu`.
  private var isMenu = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether the break between a token that ends at `end` and one that starts at `start` wraps running text.
  mutating func isWrapped(_ end: Int, _ start: Int) -> Bool {
    if !block.contains(end) { measure(around: end) }
    if isItem(start) { return false }
    guard width <= Self.widest else { return startsLower(start) }
    guard width >= Self.narrowest else { return startsLower(start) && !isMenu }
    var line = end
    while line > block.lowerBound, bytes[line - 1] != 0x0A, end - line <= Self.widest { line -= 1 }
    var word = start
    while word < bytes.count, bytes[word] > 0x20, word - start < Self.widest { word += 1 }
    return end - line + 1 + word - start > width || startsLower(start)
  }

  /// Whether the lines around the break that was judged last are wider than any wrapping leaves them: each is a paragraph.
  var isByParagraph: Bool { width > Self.widest }

  private func startsLower(_ offset: Int) -> Bool { bytes[offset] &- UInt8(ascii: "a") < 26 }

  /// Whether the line at `start` is a list item: a bullet, a number with a full stop or bracket, a letter with a
  /// bracket.
  private func isItem(_ start: Int) -> Bool {
    var offset = start
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "#"):
      return start + 1 < bytes.count && bytes[start + 1] == 0x20
    case 0xE2:
      return start + 2 < bytes.count && bytes[start + 1] == 0x80 && bytes[start + 2] == 0xA2
    default: break
    }
    if (bytes[start] | 0x20) &- UInt8(ascii: "a") < 26 {
      return start + 2 < bytes.count && bytes[start + 1] == UInt8(ascii: ")") && bytes[start + 2] == 0x20
    }
    while offset < bytes.count, offset - start < 3, bytes[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
    guard offset > start, offset + 1 < bytes.count, bytes[offset + 1] == 0x20 else { return false }
    return bytes[offset] == UInt8(ascii: ".") || bytes[offset] == UInt8(ascii: ")")
  }

  /// Finds the lines without a blank one between them, from the one that `offset` is on, and the widest of them.
  private mutating func measure(around offset: Int) {
    var start = offset
    while start > block.upperBound, bytes[start - 1] != 0x0A { start -= 1 }
    var line = start
    var end = start
    var lines = 0
    var hasMarks = false
    width = 0
    while end < bytes.count {
      if bytes[end] == 0x0A {
        if lineIsBlank(line, end) { break }
        width = max(width, end - line)
        lines += 1
        hasMarks = hasMarks || endsWithMark(line, end)
        line = end + 1
      }
      end += 1
    }
    if end == bytes.count, end > line {
      width = max(width, end - line)
      lines += 1
      hasMarks = hasMarks || endsWithMark(line, end)
    }
    isMenu = lines >= 3 && !hasMarks && startsLower(start)
    block = start..<max(end, offset + 1)
  }

  /// Whether the last character of a line is a mark, as in text that goes on or has ended; a menu's lines have none.
  private func endsWithMark(_ start: Int, _ end: Int) -> Bool {
    var last = end
    while last > start, bytes[last - 1] <= 0x20 { last -= 1 }
    guard last > start else { return false }
    let byte = bytes[last - 1] | 0x20
    return !(byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte >= 0x80)
  }

  private func lineIsBlank(_ start: Int, _ end: Int) -> Bool {
    for offset in start..<end where bytes[offset] > 0x20 { return false }
    return true
  }
}
