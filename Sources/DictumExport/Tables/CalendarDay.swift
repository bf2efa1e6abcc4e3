import DictumKit

/// The day of an article's date, where it is written as ISO 8601 has it.
enum CalendarDay {
  /// `2023-04-18` of `2023-04-18T09:30:00Z` and of `20230418`; nil for anything else.
  static func of(_ date: String) -> String? {
    let characters = Array(date.utf8.prefix(10))
    let dash = UInt8(ascii: "-")
    let digits = characters.filter { $0 != dash && $0 != UInt8(ascii: "/") }.prefix(8)
    guard digits.count == 8, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    guard let month = Int(text.dropFirst(4).prefix(2)), let day = Int(text.suffix(2)), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
  }
}
