public import DictumKit

extension SourceText {
  /// Words of letters, numbers and single marks: tokens for tests that need no segmentation.
  public var simpleTokens: [Token] {
    var tokens: [Token] = []
    var index = 0
    func run(while belongs: (UInt8) -> Bool) -> Int {
      var end = index
      while end < count, belongs(bytes[end]) { end += 1 }
      return end
    }
    while index < count {
      let word = run { $0.isASCIILetter || $0 >= 0xC3 && $0 != 0xE2 || $0 & 0xC0 == 0x80 }
      let number = run(while: \.isASCIIDigit)
      let kind: TokenKind = word > index ? .word : number > index ? .number : .punctuation
      let end = kind == .punctuation ? index + bytes.scalar(at: index).width : max(word, number)
      if bytes[index] > 0x20 { tokens.append(Token(span: TextSpan(start: index, end: end), kind: kind)) }
      index = end
    }
    return tokens
  }
}
