extension Character {
  /// How many columns a terminal gives the character: two for East Asian wide ones and emoji.
  var columns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    if scalar.value < 0x1100 { return 1 }
    return Self.wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The wide blocks of Unicode's EastAsianWidth.txt, joined where only unassigned code points lie between.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
    0x20000...0x3FFFD,
  ]
}

extension String {
  /// The columns that a terminal gives the text.
  var columns: Int { utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + $1.columns } }

  /// The text on one line, cut off after so many characters.
  func clipped(_ limit: Int) -> String {
    let words = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count <= limit ? words : words.prefix(limit - 1) + "…"
  }
}
