/// Classes of characters. Figures depend on them, so they are those of Python's `str`, in which scorers are written.
enum Characters {
  /// Letters, digits and other numbers: `str.isalnum`.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
      return true
    default: return scalar.properties.numericType != nil
    }
  }

  /// `str.isspace`.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// A name as it is compared: words in lower case, one space between them.
  static func normalised(_ name: String) -> String {
    var words: [String] = [""]
    for scalar in name.unicodeScalars {
      if isWord(scalar) { words[words.count - 1] += scalar.properties.lowercaseMapping } else { words.append("") }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}

extension Annotation {
  /// The place without white space at its ends.
  func trimmed(_ place: Place) -> Place {
    var place = place
    while place.start < place.end, place.start < text.count, Characters.isSpace(text[place.start]) { place.start += 1 }
    while place.end > place.start, place.end <= text.count, Characters.isSpace(text[place.end - 1]) { place.end -= 1 }
    return place
  }

  /// The offsets of the letters and digits that some places cover.
  func words(in places: [Place]) -> Set<Int> {
    var offsets: Set<Int> = []
    for place in places {
      for offset in max(0, place.start)..<max(max(0, place.start), min(place.end, text.count))
      where Characters.isWord(text[offset]) {
        offsets.insert(offset)
      }
    }
    return offsets
  }
}
