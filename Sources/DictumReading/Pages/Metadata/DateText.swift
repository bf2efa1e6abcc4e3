import DictumKit

/// Finds a day in what people and programs write, and says it as ISO 8601 does.
struct DateText {
  private let months: MonthNames
  /// Whether `3/4/2026` is in March: where English is written without a region, as well.
  private let isMonthFirst: Bool

  /// - Parameter language: the BCP 47 tag of what is read.
  init(language: String?) {
    let tag = (language ?? "en").lowercased()
    isMonthFirst = tag == "en" || tag.hasPrefix("en-us") || tag.hasPrefix("en_us")
    months = MonthNames(language: tag)
  }

  /// What is read as ISO 8601 stays as it is; anything else becomes a day, `2026-03-01`; nil where there is none.
  func iso(_ text: String) -> String? {
    let text = text.collapsed
    let bytes = Array(text.utf8)
    if bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let day = day(number(bytes[0..<4]), number(bytes[5..<7]), number(bytes[8..<10]))
    {
      let rest = bytes[10...]
      guard let mark = rest.first else { return day }
      let isTime =
        (mark == UInt8(ascii: "T") || mark == 0x20)
        && rest.dropFirst().first?.isASCIIDigit ?? false
      return isTime && !text.contains(",") && text.utf8.count <= 40 ? text : day
    }
    if bytes.count == 8 || bytes.count == 14, bytes.allSatisfy(\.isASCIIDigit) {
      return day(number(bytes[0..<4]), number(bytes[4..<6]), number(bytes[6..<8]))
    }
    // ISO 8601 without its marks, as NITF has it.
    if bytes.count > 8, bytes[8] == UInt8(ascii: "T"), let day = iso(String(decoding: bytes[..<8], as: UTF8.self)) {
      return day
    }
    return firstDay(in: text)
  }

  /// The first day that a text names: `1 March 2026`, `March 1, 2026`, `1.3.2026`, `2026年3月1日`.
  func firstDay(in text: String) -> String? {
    let words = DateWord.words(of: text, months)
    for index in words.indices {
      guard words.count - index >= 3 else { return nil }
      let (a, b, c) = (words[index], words[index + 1], words[index + 2])
      switch (a.kind, b.kind, c.kind) {
      case (.number, .month, .number):
        if let day = day(c.value, b.value, a.value) ?? day(a.value, b.value, c.value) { return day }
      case (.month, .number, .number):
        if let day = day(c.value, a.value, b.value) { return day }
      case (.number, .number, .number) where a.isJoined && b.isJoined:
        if let day = numeric(a.value, b.value, c.value, slash: a.joint == UInt8(ascii: "/")) { return day }
      default: break
      }
    }
    return nil
  }

  private func numeric(_ a: Int, _ b: Int, _ c: Int, slash: Bool) -> String? {
    if a > 31 { return day(a, b, c) }
    if slash && isMonthFirst { return day(c, a, b) ?? day(c, b, a) }
    return day(c, b, a) ?? day(c, a, b)
  }

  private func number(_ digits: ArraySlice<UInt8>) -> Int { Int(String(decoding: digits, as: UTF8.self)) ?? -1 }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1700...2100).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let lengths = [
      31, year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]
    guard day <= lengths[month - 1] else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}

/// A word of a text as far as a date may hold it.
private struct DateWord {
  enum Kind { case number, month, other }

  let kind: Kind
  var value = 0
  /// What stands between it and the next number: `/`, `.`, `-`, or a year's or month's sign.
  var joint: UInt8 = 0
  var isJoined: Bool { joint != 0 }

  static func words(of text: String, _ months: MonthNames) -> [DateWord] {
    var words: [DateWord] = []
    var letters = ""
    var digits = ""
    func isGlue(_ word: String) -> Bool {
      ["st", "nd", "rd", "th", "er", "de", "of", "del", "den", "der"].contains(word)
    }
    func endLetters() {
      guard !letters.isEmpty else { return }
      if let month = months[letters] {
        words.append(DateWord(kind: .month, value: month))
      } else if !isGlue(letters.lowercased()) {
        words.append(DateWord(kind: .other))
      }
      letters = ""
    }
    func endDigits(_ next: Unicode.Scalar?) {
      guard !digits.isEmpty else { return }
      var word = DateWord(kind: digits.utf8.count <= 4 ? .number : .other, value: Int(digits.prefix(9)) ?? 0)
      if let next, "/.-年月년월".unicodeScalars.contains(next) { word.joint = next == "/" ? UInt8(ascii: "/") : 1 }
      words.append(word)
      digits = ""
    }
    for scalar in text.unicodeScalars.prefix(2_000) {
      if ("0"..."9").contains(scalar) {
        endLetters()
        digits.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark,
        !"年月日년월일".unicodeScalars.contains(scalar)
      {
        endDigits(scalar)
        letters.unicodeScalars.append(scalar)
      } else {
        endDigits(scalar)
        endLetters()
      }
    }
    endDigits(nil)
    endLetters()
    return words
  }
}
