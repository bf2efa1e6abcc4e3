/// How a word is written in the original text: what an uncased vocabulary forgets.
///
/// The raw value is the row of the shape tables.
public enum WordShape: UInt8, Sendable, CaseIterable {
  /// Not a word: `[CLS]`, `[SEP]`, and what lies beyond a window's ends.
  case special = 0
  case lower = 1
  /// First letter in upper case, at least one more letter, none of them in upper case.
  case capitalised = 2
  case oneUpperLetter = 3
  case allCapitals = 4
  case mixedCase = 5
  case digits = 6
  case lettersAndDigits = 7
  case punctuation = 8
  /// Letters of a script without case.
  case caseless = 9
}

/// Counts of the kinds of characters in a word, from which its shape follows.
struct ShapeCounts {
  var upper = 0
  var lower = 0
  var caseless = 0
  var digits = 0
  /// Whether the first letter is in upper case.
  var startsUpper = false

  var letters: Int { upper + lower + caseless }

  var shape: WordShape {
    if letters == 0 { return digits > 0 ? .digits : .punctuation }
    if digits > 0 { return .lettersAndDigits }
    if upper == 0 { return lower == 0 ? .caseless : .lower }
    if lower == 0 { return letters == 1 ? .oneUpperLetter : .allCapitals }
    return upper == 1 && startsUpper ? .capitalised : .mixedCase
  }
}
