internal import DictumKit

/// What is known of one token near the gap.
struct BoundarySide {
  var hash: UInt32 = 0
  var shape: UInt32 = 0
  var length = 0

  @inline(__always)
  init(_ gap: Gap, _ index: Int) {
    guard index >= 0, index < gap.tokens.count else { return }
    let token = gap.tokens[index]
    if token.kind == .punctuation, Self.isQuoteMark(token, gap.bytes) {
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
  static func isQuoteMark(_ token: Piece, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = bytes[token.span.start]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return true }
    guard first == 0xE2 else { return false }
    let mark = TypographicMark.at(token.span.start, bytes)
    return mark >= TypographicMark.leftSingle && mark <= TypographicMark.rightDouble
  }
}
