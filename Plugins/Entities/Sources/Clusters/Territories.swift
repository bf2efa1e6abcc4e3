import CICU
import DictumKit

/// Countries by name and code, as ICU knows them in English.
struct Territories: Sendable {
  /// In UTF-16 units; no country has a longer one in English.
  private static let longestName = 128

  private let codes: [String: String]

  /// Reads ICU's territory names: long, short (“US”) and variant forms.
  init() throws(DictumError) {
    var codes: [String: String] = [:]
    for (length, label) in [(UDISPCTX_LENGTH_FULL, "full"), (UDISPCTX_LENGTH_SHORT, "short")] {
      var status = U_ZERO_ERROR
      guard let names = icu_uldn_open("en", length, &status) else {
        throw DictumError(
          .icuFailed,
          "cannot open ICU's \(label) territory names: \(String(cString: icu_errorName(status)))"
        )
      }
      defer { icu_uldn_close(names) }
      for code in Self.allCodes() {
        if let name = Self.name(of: code, names) { codes[NameForm(name, .location).key] = code }
      }
    }
    // Spellings of the two that news abbreviates most, which CLDR has as US and UK only.
    for (spelling, code) in [
      ("usa", "US"), ("united states of america", "US"), ("great britain", "GB"), ("britain", "GB"), ("uae", "AE"),
    ] { codes[spelling] = code }
    self.codes = codes
  }

  /// The code of a country's name; nil for anything else.
  func code(of form: NameForm) -> String? {
    // “us” in lower case is a pronoun.
    form.words.count == 1 && form.words[0].count == 2 && !form.isAcronym ? nil : codes[form.key]
  }

  private static func allCodes() -> [String] {
    var codes: [String] = []
    var next = icu_countries()
    while let code = next.pointee {
      codes.append(String(cString: code))
      next += 1
    }
    return codes
  }

  private static func name(of code: String, _ names: OpaquePointer) -> String? {
    var buffer = [UInt16](repeating: 0, count: longestName)
    var status = U_ZERO_ERROR
    let count = icu_uldn_regionDisplayName(names, code, &buffer, Int32(buffer.count), &status)
    guard status.rawValue <= U_ZERO_ERROR.rawValue, count > 0, count <= longestName else { return nil }
    return String(decoding: buffer[..<Int(count)], as: UTF16.self)
  }
}
