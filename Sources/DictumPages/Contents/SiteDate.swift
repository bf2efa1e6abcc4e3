import DictumKit

/// The day of an article, as far as its date says: `2026-05-01`, `2026-05-01T09:30:00Z`, `2026/05/01`, `20260501`, `2026-05`.
struct SiteDate: Hashable, Comparable, Sendable {
  let year: Int
  let month: Int
  /// From 1; nil where only the month is known.
  let day: Int?

  /// Nil for what has no such shape, or names no day that there is.
  init?(_ text: String) {
    let digits = text.utf8.prefix(10).split { !$0.isASCIIDigit }
      .map { String(decoding: $0, as: UTF8.self) }
    var parts = digits
    if let first = digits.first, first.count == 8 {
      parts = [String(first.prefix(4)), String(first.dropFirst(4).prefix(2)), String(first.suffix(2))]
    }
    guard parts.count >= 2, parts[0].count == 4, let year = Int(parts[0]), year > 0, let month = Int(parts[1]),
      (1...12).contains(month)
    else { return nil }
    self.year = year
    self.month = month
    day = parts.count > 2 ? Int(parts[2]).flatMap { (1...31).contains($0) ? $0 : nil } : nil
  }

  /// `2026-05-01`, or `2026-05`.
  var text: String { day.map { "\(month(of: self))-\(Self.two($0))" } ?? month(of: self) }

  private func month(of date: SiteDate) -> String {
    String(repeating: "0", count: max(0, 4 - String(date.year).count)) + "\(date.year)-\(Self.two(date.month))"
  }

  /// Months since the year 0, for placing on a scale.
  var monthNumber: Int { year * 12 + month - 1 }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  static func < (left: SiteDate, right: SiteDate) -> Bool {
    (left.year, left.month, left.day ?? 0) < (right.year, right.month, right.day ?? 0)
  }
}
