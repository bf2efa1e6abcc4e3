import CICU

/// The names of the months in a language and in English, as ICU knows them.
struct MonthNames {
  private let numbers: [String: Int]

  /// - Parameter language: a BCP 47 tag; what is none, as pages may say anything, adds no names.
  init(language: String) {
    var numbers: [String: Int] = [:]
    for locale in ["en", Self.plain(language)] {
      var status = U_ZERO_ERROR
      guard let format = icu_udat_open(locale, &status) else { continue }
      defer { icu_udat_close(format) }
      for kind in [UDAT_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_STANDALONE_SHORT_MONTHS] {
        for month in 0..<12 {
          let name = Self.symbol(format, kind, month).lowercased().filter { $0 != "." }
          // Some languages write months as numbers: those are read as numbers.
          if !name.isEmpty, name.allSatisfy(\.isLetter) { numbers[name] = month + 1 }
        }
      }
    }
    numbers["sept"] = numbers["sept"] ?? 9
    self.numbers = numbers
  }

  /// A tag's language and region. ICU 72 reads through a null pointer where a tag is long and nonsense.
  private static func plain(_ tag: String) -> String {
    let parts = tag.split(maxSplits: 2, omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    func isLetters(_ part: Substring, _ lengths: ClosedRange<Int>) -> Bool {
      lengths.contains(part.utf8.count) && part.utf8.allSatisfy(\.isASCIILetter)
    }
    guard let language = parts.first, isLetters(language, 2...3) else { return "en" }
    guard parts.count > 1, isLetters(parts[1], 2...2) else { return String(language) }
    return "\(language)-\(parts[1])"
  }

  /// The month's number, from 1.
  subscript(word: String) -> Int? { numbers[word.lowercased()] }

  private static func symbol(_ format: UnsafeMutablePointer<UDateFormat?>, _ kind: UDateFormatSymbolType, _ month: Int)
    -> String
  {
    var status = U_ZERO_ERROR
    var buffer = [UInt16](repeating: 0, count: 64)
    let length = icu_udat_getSymbol(format, kind, Int32(month), &buffer, Int32(buffer.count), &status)
    guard status.rawValue <= U_ZERO_ERROR.rawValue, length > 0 else { return "" }
    return String(decoding: buffer[..<min(Int(length), buffer.count)], as: UTF16.self)
  }
}
