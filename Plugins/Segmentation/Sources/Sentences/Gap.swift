internal import DictumKit

/// A place between two tokens at which a sentence may end, with what a rule or the classifier may look at.
struct Gap {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Piece>
  /// The index of the token before the gap; one follows it.
  let index: Int
  let space: GapSpace
  /// Whether ICU's sentence rules break here.
  let isICUBreak: Bool
  /// The index of the first token of the sentence that would end here.
  let sentenceStart: Int
  /// Marks that are open at the gap.
  let open: OpenMarks
  /// What the tokens on both sides look like; every rule asks.
  let leftShape: TokenShape
  let rightShape: TokenShape

  @inline(__always)
  init(
    bytes: UnsafeBufferPointer<UInt8>,
    tokens: UnsafeBufferPointer<Piece>,
    index: Int,
    space: GapSpace,
    isICUBreak: Bool,
    sentenceStart: Int,
    open: OpenMarks
  ) {
    self.bytes = bytes
    self.tokens = tokens
    self.index = index
    self.space = space
    self.isICUBreak = isICUBreak
    self.sentenceStart = sentenceStart
    self.open = open
    leftShape = TokenShape.of(tokens[index], bytes)
    rightShape = TokenShape.of(tokens[index + 1], bytes)
  }

  /// The token before the gap.
  @inline(__always) var left: Piece { tokens[index] }
  /// The token behind the gap.
  @inline(__always) var right: Piece { tokens[index + 1] }

  /// The first byte of a token; 0 past either end of the text.
  @inline(__always)
  func firstByte(_ index: Int) -> UInt8 {
    index >= 0 && index < tokens.count ? bytes[tokens[index].span.start] : 0
  }

  /// The last byte of a token; 0 past either end of the text.
  @inline(__always)
  func lastByte(_ index: Int) -> UInt8 {
    index >= 0 && index < tokens.count ? bytes[tokens[index].span.end - 1] : 0
  }

  /// Whether no white space lies between a token and the one before it.
  @inline(__always)
  func touchesPrevious(_ index: Int) -> Bool {
    index > 0 && index < tokens.count && tokens[index - 1].span.end == tokens[index].span.start
  }
}
