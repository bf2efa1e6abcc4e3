import DictumKit

/// “Republic of Korea (ROK)”: a name in parentheses right behind another.
enum Parenthesis {
  /// Whether nothing but an opening parenthesis, with white space, stands between two spans (UTF-8).
  static func defines(_ long: TextSpan, _ short: TextSpan, _ text: SourceText) -> Bool {
    guard long.end < short.start, short.start - long.end < 8 else { return false }
    return text.bytes[long.end..<short.start].filter { $0 != 0x20 } == [UInt8(ascii: "(")]
  }
}
