internal import DictumKit

/// The gap as both looks of the classifier see it: what the sentence would end with, and the words and marks around.
struct BoundaryPlace {
  /// What the sentence would end with.
  let ending: UInt32
  /// That, closing marks behind it, and whether white space follows.
  let state: UInt32
  /// The index of the last word before the end.
  let wordIndex: Int
  let word: BoundarySide
  let before: BoundarySide
  let right: BoundarySide
  let next: BoundarySide
  let first: BoundarySide
  /// The tokens of the sentence so far, as one of eight sizes.
  let length: UInt32

  @inline(__always)
  init(_ gap: Gap) {
    // Step back over closing marks to what ends the sentence, and from there to the last word.
    var end = gap.index
    var closers = 0
    while closers < 3, end > gap.sentenceStart {
      let shape = TokenShape.of(gap.tokens[end], gap.bytes)
      guard shape == .closer || shape == .quote else { break }
      closers += 1
      end -= 1
    }
    let closing = closers == 0 ? 0 : Self.closingClass(gap)
    let endToken = gap.tokens[end]
    ending = Self.endingClass(endToken, gap.bytes)
    state = ending | closing << 8 | (gap.space == .none ? 1 << 20 : 0)
    let isBare = endToken.kind != .punctuation && endToken.kind != .symbol
    wordIndex = isBare ? end : end - 1
    word = BoundarySide(gap, wordIndex)
    before = BoundarySide(gap, wordIndex - 1)
    right = BoundarySide(gap, gap.index + 1)
    next = BoundarySide(gap, gap.index + 2)
    first = BoundarySide(gap, gap.sentenceStart)
    length = Self.bucket(gap.index - gap.sentenceStart)
  }

  /// What the sentence would end with.
  @inline(__always)
  static func endingClass(_ token: Piece, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let last = bytes[token.span.end - 1]
    switch token.kind {
    case .word: return last == UInt8(ascii: ".") ? 1 : 2
    case .number: return 3
    case .punctuation, .symbol:
      let isRun = token.span.count > 1 && last < 0x80
      return UInt32(last) | (isRun ? 0x80 : 0)
    }
  }

  /// The last closing mark; straight and curly marks are the same, so that each learns from the other.
  @inline(__always)
  static func closingClass(_ gap: Gap) -> UInt32 {
    switch gap.lastByte(gap.index) {
    case UInt8(ascii: "\""), TypographicMark.rightDouble: 1
    case UInt8(ascii: "'"), TypographicMark.rightSingle: 2
    case UInt8(ascii: ")"): 3
    case UInt8(ascii: "]"): 4
    default: 5
    }
  }

  /// A count as one of eight sizes.
  @inline(__always)
  static func bucket(_ count: Int) -> UInt32 {
    switch count {
    case ...3: UInt32(max(0, count))
    case ...5: 4
    case ...9: 5
    case ...19: 6
    default: 7
    }
  }
}
