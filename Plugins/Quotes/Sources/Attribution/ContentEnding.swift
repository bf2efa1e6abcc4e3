import DictumEnglish
import DictumKit

// How quotations begin and end.
extension Reading {
  private static let stops: Set<UInt8> = [0x21, 0x2C, 0x2E, 0x3F]

  /// Whether the first word of a content has a capital or is a number: “[These] rules”, “‘No’ is”.
  func beginsSentence(_ content: TextSpan) -> Bool {
    tokens(in: content).first(where: isWord).map { isCapitalised($0) || tokens[$0].kind == .number } ?? false
  }

  /// The last byte of a content, without the marks and brackets that close with it: the full stop of “‘Go home.’”.
  ///
  /// - Parameter quotation: where it is one that may end behind its mark, as in “We won”, he said.
  func ending(of content: TextSpan, in quotation: Quotation? = nil) -> UInt8 {
    var end = content.end
    while end > content.start, let length = closing(before: end) { end -= length }
    let inside = end > content.start ? text.bytes[end - 1] : 0
    guard !Self.stops.contains(inside), let after = quotation?.closing?.end, after < text.count else { return inside }
    let outside = text.bytes[after]
    return outside == UInt8(ascii: ",") || outside == UInt8(ascii: ".") ? outside : inside
  }

  /// The bytes of a closing mark or bracket that ends at an offset; nil for anything else.
  private func closing(before end: Int) -> Int? {
    switch text.bytes[end - 1] {
    case 0x22, 0x27, 0x29, 0x5D: 1
    case 0x99, 0x9D: end > 2 && text.bytes[end - 3] == 0xE2 && text.bytes[end - 2] == 0x80 ? 3 : nil
    default: nil
    }
  }
}
