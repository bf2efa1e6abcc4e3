import CICU

/// What the uncased BERT basic tokenizer (Devlin et al. 2019) does with a character.
enum CharacterKind {
  /// Part of a word.
  case letter
  /// A word of its own.
  case punctuation
  /// A word of its own, too, but normalised like a letter.
  case ideograph
  /// Ends a word.
  case space
  /// Left out without ending a word: control and format characters, U+FFFD.
  case control
  /// Left out after decomposition: a non-spacing mark.
  case mark

  /// The kind of a scalar; ASCII punctuation includes symbols such as `$`.
  static func of(_ scalar: UChar32) -> CharacterKind {
    if scalar < 0x80 { return ascii(UInt8(scalar)) }
    if scalar == 0xFFFD { return .control }
    if isIdeograph(scalar) { return .ideograph }
    switch UCharCategory(UInt32(icu_u_charType(scalar))) {
    case U_SPACE_SEPARATOR, U_LINE_SEPARATOR, U_PARAGRAPH_SEPARATOR: return .space
    case U_CONTROL_CHAR, U_FORMAT_CHAR, U_PRIVATE_USE_CHAR, U_SURROGATE, U_UNASSIGNED: return .control
    case U_NON_SPACING_MARK: return .mark
    case U_DASH_PUNCTUATION, U_START_PUNCTUATION, U_END_PUNCTUATION, U_CONNECTOR_PUNCTUATION, U_OTHER_PUNCTUATION,
      U_INITIAL_PUNCTUATION, U_FINAL_PUNCTUATION:
      return .punctuation
    default: return .letter
    }
  }

  @inline(__always)
  static func ascii(_ byte: UInt8) -> CharacterKind {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
    case 0x20, 0x09, 0x0A, 0x0D: .space
    case 0x21...0x7E: .punctuation
    default: .control
    }
  }

  private static func isIdeograph(_ scalar: UChar32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F, 0x2B820...0x2CEAF,
      0xF900...0xFAFF, 0x2F800...0x2FA1F:
      true
    default: false
    }
  }
}

extension ShapeCounts {
  /// Counts a scalar of the original text.
  mutating func count(_ scalar: UChar32) {
    switch UCharCategory(UInt32(icu_u_charType(scalar))) {
    case U_UPPERCASE_LETTER, U_TITLECASE_LETTER:
      if letters == 0 { startsUpper = true }
      upper += 1
    case U_LOWERCASE_LETTER: lower += 1
    case U_OTHER_LETTER, U_MODIFIER_LETTER: caseless += 1
    case U_DECIMAL_DIGIT_NUMBER, U_LETTER_NUMBER, U_OTHER_NUMBER: digits += 1
    default: break
    }
  }

  @inline(__always)
  mutating func count(ascii byte: UInt8) {
    switch byte {
    case 0x61...0x7A: lower += 1
    case 0x41...0x5A:
      if letters == 0 { startsUpper = true }
      upper += 1
    case 0x30...0x39: digits += 1
    default: break
    }
  }
}
