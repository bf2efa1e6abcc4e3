extension String {
  /// The text with every character that would act on a terminal, or hide or reorder what a reader sees, replaced by a
  /// visible sign: ␛ for ESC, ‹U+202E› for a right-to-left override, ‹U+200B› for a zero-width space.
  ///
  /// Whatever comes from articles, file names and other programs passes through here before it is shown. Soft hyphens
  /// are dropped: they mean nothing outside a typesetter. Joiners stay where scripts and emoji need them, between two
  /// characters beyond ASCII. Tabs stay.
  ///
  /// - Parameter keepingLines: line feeds stay line feeds, for a text that has been laid out; otherwise they are signs.
  public func inert(keepingLines: Bool = false) -> String {
    if utf8.allSatisfy({ 0x20..<0x7F ~= $0 || ($0 == 0x0A && keepingLines) }) { return self }
    var shown = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\n" && keepingLines || scalar.isHarmless || scalar.joins(previous, rest.first) {
        shown.append(scalar)
      } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        shown.append(picture)
      } else if scalar == "\u{7F}" {
        shown.append("\u{2421}")
      } else if scalar != "\u{AD}" {
        shown.append(contentsOf: scalar.sign.unicodeScalars)
      }
      previous = scalar
    }
    return String(shown)
  }
}

extension Unicode.Scalar {
  /// Whether the character shows itself and nothing else.
  fileprivate var isHarmless: Bool {
    if self == "\t" || 0x20..<0x7F ~= value { return true }
    if 0xFE00...0xFE0F ~= value { return true }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned: return false
    // Marks that stand around text and are no part of it.
    case .format where 0xFFF9...0xFFFB ~= value: return false
    default: return !properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether this is a joiner or non-joiner between two characters that it can join.
  fileprivate func joins(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    guard self == "\u{200C}" || self == "\u{200D}", let before, let after else { return false }
    return before.value > 0x2FF && after.value > 0x2FF && before.isHarmless && after.isHarmless
  }

  fileprivate var sign: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "‹U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)›"
  }
}
