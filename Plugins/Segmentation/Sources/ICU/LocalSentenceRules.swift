internal import CICU

/// ICU's sentence rules (UAX #29, SB1 to SB998) at one place, for ASCII and typographic marks.
///
/// Running ICU's iterator over every byte costs more than all the rest of the stage. At a single place its rules need a
/// few characters only: the closing marks and the terminator before it, and what follows up to the next letter. The
/// tests compare this with ICU on random text.
struct LocalSentenceRules: Sendable {
  /// The Sentence_Break property of ASCII, from ICU's own data.
  private let properties: [UInt8]
  private let typographic: [UInt8]

  private static let upper = UInt8(U_SB_UPPER.rawValue)
  private static let lower = UInt8(U_SB_LOWER.rawValue)
  private static let numeric = UInt8(U_SB_NUMERIC.rawValue)
  private static let fullStop = UInt8(U_SB_ATERM.rawValue)
  private static let terminator = UInt8(U_SB_STERM.rawValue)
  private static let close = UInt8(U_SB_CLOSE.rawValue)
  private static let goesOn = UInt8(U_SB_SCONTINUE.rawValue)
  private static let letter = UInt8(U_SB_OLETTER.rawValue)
  /// What only ICU can judge.
  private static let foreign: UInt8 = 0xFF

  init() {
    properties = (0..<128).map { UInt8(truncatingIfNeeded: icu_sentenceBreak($0)) }
    typographic = (0x2000..<0x2040).map { UInt8(truncatingIfNeeded: icu_sentenceBreak($0)) }
  }

  /// Whether a sentence ends in the gap `end...start` (UTF-8), which holds no line break; nil if ICU must say.
  func isBreak(_ end: Int, _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    var offset = end
    var previous = before(&offset, bytes)
    if previous == Self.upper || previous == Self.lower || previous == Self.numeric { return false }
    if previous == Self.foreign { return isLetter(before: end, bytes) ? false : nil }
    guard start < bytes.count else { return nil }
    let next = at(start, bytes).property
    if next == Self.foreign { return nil }
    // SB9: closing marks stay with the terminator.
    if next == Self.close && end == start { return false }
    var closers = 0
    while previous == Self.close {
      closers += 1
      previous = before(&offset, bytes)
    }
    guard previous == Self.fullStop || previous == Self.terminator else {
      return previous == Self.foreign ? nil : false
    }
    // SB8a
    if next == Self.goesOn || next == Self.fullStop || next == Self.terminator { return false }
    if previous == Self.terminator { return true }
    if end == start && closers == 0 {
      // SB6, SB7
      if next == Self.numeric { return false }
      if next == Self.upper {
        let first = before(&offset, bytes)
        if first == Self.foreign { return nil }
        if first == Self.upper || first == Self.lower { return false }
      }
    }
    return lowerFollows(start, bytes).map { !$0 }
  }

  /// Whether the character that ends at `end` is a letter or digit, behind which no sentence ends.
  private func isLetter(before end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = end - 1
    while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    let property = UInt8(
      truncatingIfNeeded: icu_sentenceBreak(Int32(bitPattern: bytes.scalar(at: offset).scalar))
    )
    return property == Self.upper || property == Self.lower || property == Self.letter || property == Self.numeric
  }

  /// SB8: whether the next letter is in lower case, with neither a terminator nor a line break before it.
  private func lowerFollows(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    var offset = start
    while offset < bytes.count {
      let (property, width) = at(offset, bytes)
      if property == Self.lower { return true }
      if property == Self.foreign { return nil }
      if property == Self.upper || property == Self.letter || property == Self.fullStop || property == Self.terminator
        || bytes[offset] == 0x0A || bytes[offset] == 0x0D
      {
        return false
      }
      offset += width
    }
    return false
  }

  @inline(__always)
  private func at(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (property: UInt8, width: Int) {
    let byte = bytes[offset]
    if byte < 0x80 { return (properties[Int(byte)], 1) }
    let mark = TypographicMark.at(offset, bytes)
    return mark == 0 ? (Self.foreign, 1) : (typographic[Int(mark & 0x3F)], 3)
  }

  /// The property of the character that ends at `offset`, which then moves to its start.
  @inline(__always)
  private func before(_ offset: inout Int, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    guard offset > 0 else { return UInt8(U_SB_OTHER.rawValue) }
    offset -= 1
    if bytes[offset] < 0x80 { return properties[Int(bytes[offset])] }
    guard offset >= 2, TypographicMark.at(offset - 2, bytes) != 0 else { return Self.foreign }
    offset -= 2
    return typographic[Int(bytes[offset + 2] & 0x3F)]
  }
}
