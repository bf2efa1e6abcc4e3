internal import DictumKit

/// Receives the features of a gap, one number each.
protocol FeatureSink {
  /// Takes one feature; `hash` is spread over 32 bits.
  mutating func add(_ hash: UInt32)
}

/// What the classifier looks at: the words and marks on both sides of a gap, alone and in pairs.
///
/// After Gillick 2009 ("Sentence Boundary Detection and the Problem with the U.S."), widened to gaps without a full
/// stop, to closing marks and to what is open at the gap.
enum BoundaryFeatures {
  /// Hands the features of `gap` to `sink`.
  @inline(__always)
  static func extract(_ gap: Gap, isSuppressed: Bool, into sink: inout some FeatureSink) {
    let bytes = gap.bytes
    // Step back over closing marks to what ends the sentence, and from there to the last word.
    var end = gap.index
    var closers: UInt32 = 0
    while closers < 3, end > gap.sentenceStart {
      let shape = TokenShape.of(gap.tokens[end], bytes)
      guard shape == .closer || shape == .quote else { break }
      closers += 1
      end -= 1
    }
    let closing = closers == 0 ? 0 : closingClass(gap)
    let endToken = gap.tokens[end]
    let ending = endingClass(endToken, bytes)
    let isBare = endToken.kind != .punctuation && endToken.kind != .symbol
    let wordIndex = isBare ? end : end - 1
    let word = Side(gap, wordIndex)
    let before = Side(gap, wordIndex - 1)
    let right = Side(gap, gap.index + 1)
    let next = Side(gap, gap.index + 2)
    let state = ending | closing << 8 | (gap.space == .none ? 1 << 20 : 0)
    let length = bucket(gap.index - gap.sentenceStart)
    let open: UInt32 = (gap.open.isQuote ? 1 : 0) | (gap.open.brackets > 0 ? 2 : 0)
    let icu: UInt32 = gap.isICUBreak ? isSuppressed ? 1 : 2 : 0
    let first = Side(gap, gap.sentenceStart)

    @inline(__always) func add(_ template: UInt32, _ one: UInt32, _ two: UInt32 = 0, _ three: UInt32 = 0) {
      var hash = (template &* 0x9E37_79B1 &+ one) &* 0x85EB_CA6B
      hash = (hash ^ hash >> 15 &+ two) &* 0xC2B2_AE35
      hash = (hash ^ hash >> 13 &+ three) &* 0x27D4_EB2F
      sink.add(hash ^ hash >> 15)
    }
    add(1, state, UInt32(gap.space.rawValue))
    add(2, state, right.shape, icu)
    add(3, ending, word.hash)
    add(4, state, right.hash, right.shape)
    add(5, state, word.shape, right.shape)
    add(6, ending, bucket(word.length) << 8 | word.shape, right.shape)
    add(7, ending, word.hash, right.shape)
    add(8, ending, right.hash, word.shape << 8 | right.shape)
    add(9, ending, before.shape << 8 | word.shape, right.shape)
    add(10, state, right.shape << 8 | next.shape, word.shape)
    add(11, ending, next.hash, right.shape)
    add(12, ending, length, right.shape)
    add(13, state, open, right.shape)
    add(14, state, icu, word.shape)
    add(15, ending, first.hash, length)
    add(16, ending, before.hash, right.shape)
    add(17, ending, word.hash, right.hash)
    add(18, ending, first.shape << 8 | right.shape, length)
    add(19, ending, before.hash, word.hash)
    add(20, ending, right.hash, next.hash)
    add(21, state, UInt32(gap.space.rawValue) << 8 | right.shape, open << 8 | length)
    add(22, ending, before.shape << 8 | word.shape, right.shape << 8 | next.shape)
  }

  /// What the sentence would end with.
  @inline(__always)
  private static func endingClass(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
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
  private static func closingClass(_ gap: Gap) -> UInt32 {
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
  private static func bucket(_ count: Int) -> UInt32 {
    switch count {
    case ...3: UInt32(max(0, count))
    case ...5: 4
    case ...9: 5
    case ...19: 6
    default: 7
    }
  }

  /// What is known of one token near the gap.
  private struct Side {
    var hash: UInt32 = 0
    var shape: UInt32 = 0
    var length = 0

    @inline(__always)
    init(_ gap: Gap, _ index: Int) {
      guard index >= 0, index < gap.tokens.count else { return }
      let token = gap.tokens[index]
      if token.kind == .punctuation, isQuoteMark(token, gap.bytes) {
        shape = UInt32(TokenShape.quote.rawValue)
        length = 1
        return
      }
      shape = UInt32(TokenShape.of(token, gap.bytes).rawValue)
      length = token.span.count
      // Long tokens are addresses and rulers; what they begin with tells enough.
      hash = WordHash.of(gap.bytes, token.span.start, min(token.span.end, token.span.start + 8))
    }

    /// Whether the token is a quote mark, straight or curly.
    @inline(__always)
    private func isQuoteMark(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      let first = bytes[token.span.start]
      if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return true }
      guard first == 0xE2 else { return false }
      let mark = TypographicMark.at(token.span.start, bytes)
      return mark >= TypographicMark.leftSingle && mark <= TypographicMark.rightDouble
    }
  }
}
