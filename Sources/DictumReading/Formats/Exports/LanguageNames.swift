import CICU

/// The languages by their English names, as ICU knows them.
enum LanguageNames {
  private static let tags: [String: String] = {
    var tags: [String: String] = [:]
    var next = icu_languages()
    while let code = next.pointee {
      var status = U_ZERO_ERROR
      var name = [UInt16](repeating: 0, count: 128)
      let length = icu_displayLanguage(code, "en", &name, Int32(name.count), &status)
      let tag = String(cString: code)
      if status.rawValue <= U_ZERO_ERROR.rawValue, length > 0 {
        let word = String(decoding: name[..<min(Int(length), name.count)], as: UTF16.self).lowercased()
        if tags[word] == nil { tags[word] = tag }
      }
      next += 1
    }
    return tags
  }()

  /// The BCP 47 tag of `English`, or `ENGLISH; ANGLAIS`; nil where no language is called so.
  static func tag(_ name: String) -> String? {
    tags[name.prefix { $0 != ";" && $0 != "," }.lowercased().collapsed]
  }
}
