/// Articles by day, month or year, whichever gives bars that one can tell apart; those without a date by themselves.
struct Periods {
  struct Period {
    /// For file names: `2026-05`.
    let key: String
    let title: String
    /// Whether the scale names it, and how.
    let isLabelled: Bool
    let label: String
    /// Indices, by date.
    var articles: [Int] = []
  }

  private static let barLimit = 120
  /// Every period from the first to the last, those without articles too.
  private(set) var dated: [Period] = []
  private var undated = Period(key: "undated", title: "Without a date", isLabelled: false, label: "")

  var all: [Period] { dated + [undated] }

  init(_ articles: [SiteContents.Article]) {
    undated.articles = articles.indices.filter { articles[$0].date == nil }
    let days = articles.indices.compactMap { index in articles[index].date.map { (date: $0, index: index) } }
      .sorted { ($0.date, $0.index) < ($1.date, $1.index) }
    guard let first = days.first?.date, let last = days.last?.date else { return }
    let months = last.monthNumber - first.monthNumber + 1
    if months <= 2, days.allSatisfy({ $0.date.day != nil }) {
      addDays(first, last)
    } else if months <= Self.barLimit {
      for month in first.monthNumber...last.monthNumber { addMonth(month) }
    } else if last.year - first.year < 300 {
      for year in first.year...last.year {
        dated.append(Period(key: "\(year)", title: "\(year)", isLabelled: true, label: "\(year)"))
      }
    } else {
      // Years so far apart are somebody's mistake: a bar for each that occurs.
      for year in Set(days.map(\.date.year)).sorted() {
        dated.append(Period(key: "\(year)", title: "\(year)", isLabelled: true, label: "\(year)"))
      }
    }
    var places: [String: Int] = [:]
    for (place, period) in dated.enumerated() { places[period.key] = place }
    for (date, index) in days {
      let keys = [date.text, String(date.text.prefix(7)), "\(date.year)"]
      if let place = keys.lazy.compactMap({ places[$0] }).first { dated[place].articles.append(index) }
    }
  }

  private mutating func addMonth(_ number: Int) {
    let (year, month) = (number / 12, number % 12 + 1)
    let key = SiteDate("\(Self.padded(year, 4))-\(Self.padded(month, 2))")?.text ?? ""
    dated.append(
      Period(key: key, title: key, isLabelled: month == 1 || dated.isEmpty, label: month == 1 ? "\(year)" : key)
    )
  }

  private mutating func addDays(_ first: SiteDate, _ last: SiteDate) {
    for month in first.monthNumber...last.monthNumber {
      for day in 1...31 {
        let name = "\(Self.padded(month / 12, 4))-\(Self.padded(month % 12 + 1, 2))-\(Self.padded(day, 2))"
        guard let date = SiteDate(name), date >= first, date <= last else { continue }
        dated.append(Period(key: name, title: name, isLabelled: true, label: name))
      }
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(number).count)) + "\(number)"
  }
}
