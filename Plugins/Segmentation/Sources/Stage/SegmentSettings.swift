internal import CICU
public import DictumKit

/// What a pipeline may set of stage `segment`.
public struct SegmentSettings: StageSettings {
  /// The locale whose rules ICU applies, as a BCP 47 tag or an ICU locale name.
  public var locale = "en"
  /// Whether ICU leaves out breaks after the locale's known abbreviations.
  public var suppressions = true

  public init() {}

  public static var fields: [SettingField<SegmentSettings>] {
    [
      SettingField(
        "locale",
        \.locale,
        "The language of the text, such as `en`, `de` or `pt-BR`. English gets the trained classifier and the rules for "
          + "abbreviations; any other language ICU's own segmentation and the repairs that no language needs to know.",
        check: { locale in
          guard isLocaleName(locale) else {
            return "expected a language tag such as en, de or pt-BR, found `\(locale)`"
          }
          return isLanguage(locale) ? nil : "`\(locale)` names no language that ICU knows; en, de or pt-BR would do"
        }
      ),
      SettingField(
        "suppressions",
        \.suppressions,
        "Whether ICU leaves out breaks after abbreviations that the locale lists (ICU's `ss=standard`)."
      ),
    ]
  }

  /// Whether the locale's language is English.
  var isEnglish: Bool {
    locale.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0 == "en" } ?? false
  }

  /// The locale as ICU wants it, with the keyword for suppressions.
  var sentenceLocale: String {
    let name = wordLocale
    return suppressions ? name + "@ss=standard" : name
  }

  /// The locale as ICU wants it.
  var wordLocale: String { String(locale.map { $0 == "-" ? "_" : $0 }) }
}

/// Whether the tag's language has a code of ISO 639: any other word would get the rules of no language, unnoticed.
private func isLanguage(_ locale: String) -> Bool {
  icu_languageCode(String(locale.map { $0 == "-" ? "_" : $0 })).pointee != 0
}

/// Whether `name` has the shape of a language tag: subtags of letters and digits, the first one of 2 to 8 letters.
private func isLocaleName(_ name: String) -> Bool {
  let parts = name.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "_" })
  guard let language = parts.first, (2...8).contains(language.count) else { return false }
  let isLettersOnly = language.utf8.allSatisfy(\.isASCIILetter)
  return isLettersOnly
    && parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count)
        && part.utf8.allSatisfy { $0.isASCIIDigit || $0.isASCIILetter }
    }
}
