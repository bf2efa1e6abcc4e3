import CICU
import DictumEnglish
import DictumKit

/// Finds quote marks and tells them from apostrophes, primes and inches by their neighbours. One pass, linear; marks
/// come one at a time, because a broken text may be nothing but marks.
struct MarkScanner {
  private let bytes: [UInt8]
  private var paragraph = TextSpan(start: 0, end: 0)
  private var index = 0
  private var sawVisible = false

  init(_ text: SourceText) { bytes = text.bytes }

  /// Goes to a paragraph (UTF-8 range).
  mutating func enter(_ paragraph: TextSpan) {
    self.paragraph = paragraph
    index = paragraph.start
    sawVisible = false
  }

  /// The next mark of the paragraph; nil after the last one.
  mutating func next() -> QuoteMark? {
    while index < paragraph.end {
      let byte = bytes[index]
      if Self.mayBegin[Int(byte)] == 0 {
        sawVisible = sawVisible || byte > 0x20
        index += 1
        continue
      }
      let (kind, length) = shape(at: index)
      let span = TextSpan(start: index, end: index + length)
      index = span.end
      if let kind, let mark = mark(kind, span, paragraph, !sawVisible) { return mark }
      sawVisible = true
    }
    return nil
  }

  /// Bytes that may begin a mark.
  private static let mayBegin: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in [0x22, 0x27, 0x60, 0xC2, 0xE2, 0xE3, 0xEF] { table[byte] = 1 }
    return table
  }()

  /// A mark's family and the direction that its shape shows.
  private enum Shape {
    case straightDouble, straightSingle
    case left(QuoteMark.Family), right(QuoteMark.Family)
    case low(QuoteMark.Family)
  }

  private func shape(at index: Int) -> (Shape?, Int) {
    switch bytes[index] {
    case 0x22: return (.straightDouble, 1)
    case 0x27:
      let isDoubled = index + 1 < bytes.count && bytes[index + 1] == 0x27
      return isDoubled ? (.right(.double), 2) : (.straightSingle, 1)
    case 0x60:
      let isDoubled = index + 1 < bytes.count && bytes[index + 1] == 0x60
      return isDoubled ? (.left(.double), 2) : (.left(.single), 1)
    default: break
    }
    let (scalar, length) = bytes.scalar(at: index)
    switch scalar {
    case 0x201C: return (.left(.double), length)
    case 0x201D, 0x201F: return (.right(.double), length)
    case 0x201E: return (.low(.double), length)
    case 0x2018, 0x201B: return (.left(.single), length)
    case 0x2019: return (.right(.single), length)
    case 0x201A: return (.low(.single), length)
    case 0xAB: return (.left(.angle), length)
    case 0xBB: return (.right(.angle), length)
    case 0x2039: return (.left(.singleAngle), length)
    case 0x203A: return (.right(.singleAngle), length)
    case 0x300C: return (.left(.corner), length)
    case 0x300D: return (.right(.corner), length)
    case 0x300E: return (.left(.whiteCorner), length)
    case 0x300F: return (.right(.whiteCorner), length)
    case 0xFF02: return (.straightDouble, length)
    default: return (nil, length)
    }
  }

  private func mark(_ shape: Shape, _ span: TextSpan, _ paragraph: TextSpan, _ startsParagraph: Bool) -> QuoteMark? {
    let before = neighbour(before: span.start, in: paragraph)
    let after = neighbour(after: span.end, in: paragraph)
    func make(_ family: QuoteMark.Family, _ role: QuoteMark.Role) -> QuoteMark {
      QuoteMark(family: family, role: role, span: span, startsParagraph: startsParagraph)
    }
    switch shape {
    case .straightDouble:
      return make(.double, role(before, after))
    case .straightSingle, .right(.single):
      return apostropheOrMark(before, after, span).map { make(.single, $0) }
    case .low(let family):
      return make(family, .opens)
    case .left(.single):
      // A careless ‘ for an apostrophe stands between letters or before a year.
      return before.isWord && after.isWord ? nil : make(.single, .opens)
    case .left(let family):
      // „…“ closes with what opens elsewhere, and »…« is turned round.
      return make(family, !before.precedesOpening && after.followsClosing ? .closes : .opens)
    case .right(let family):
      return make(family, before.precedesOpening && !after.followsClosing ? .opens : .closes)
    }
  }

  private func role(_ before: Neighbour, _ after: Neighbour) -> QuoteMark.Role {
    switch (before.precedesOpening, after.followsClosing) {
    case (true, false): .opens
    case (false, true): .closes
    default: .either
    }
  }

  /// A single mark opens at a word's start and closes at a word's end; everything else is an apostrophe.
  private func apostropheOrMark(_ before: Neighbour, _ after: Neighbour, _ span: TextSpan) -> QuoteMark.Role? {
    if before.isWord && after.isWord { return nil }
    if before.precedesOpening && !after.followsClosing {
      if after == .digit || startsElision(span.end) { return nil }
      return .opens
    }
    return before.precedesOpening ? nil : .closes
  }

  /// ’tis, ’em, ’n’, ’cause: words that begin with an apostrophe.
  private func startsElision(_ index: Int) -> Bool {
    var end = index
    while end < bytes.count, bytes[end].isASCIILetter { end += 1 }
    return WordList.elisions.contains(WordKey(bytes[index..<end]))
  }

  private func neighbour(before index: Int, in paragraph: TextSpan) -> Neighbour {
    guard index > paragraph.start else { return .edge }
    var start = index - 1
    while start > paragraph.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return classify(bytes.scalar(at: start).scalar)
  }

  private func neighbour(after index: Int, in paragraph: TextSpan) -> Neighbour {
    index < paragraph.end ? classify(bytes.scalar(at: index).scalar) : .edge
  }

  private func classify(_ scalar: UInt32) -> Neighbour {
    switch scalar {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2009, 0x200A, 0x202F, 0x3000, 0xFEFF: return .space
    case 0x30...0x39: return .digit
    case 0x41...0x5A, 0x61...0x7A: return .letter
    case 0x28, 0x5B, 0x7B, 0x201C, 0x2018, 0x201E, 0xAB, 0xBF, 0xA1: return .opener
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0x201D, 0x2019, 0xBB, 0x2026: return .closer
    case 0x2D, 0x2013, 0x2014, 0x2015, 0x2F: return .dash
    case 0..<0x80: return .other
    default: return icu_u_isUAlphabetic(Int32(bitPattern: scalar)) ? .letter : .other
    }
  }
}
