/// What a page's address says.
enum PageAddress {
  /// The host without `www` and its last part: `theguardian` of `https://www.theguardian.com/x`.
  static func host(_ url: String) -> String {
    var rest = Substring(url)
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    let host = rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    var parts = host.split(separator: ".")
    if parts.count > 1 { parts.removeLast() }
    if parts.first == "www" { parts.removeFirst() }
    return parts.joined(separator: ".")
  }

  /// The day in an address: `/2026/03/01/`, `/2026-03-01-`, `/2026/mar/01/`.
  static func day(_ url: String) -> String? {
    let path = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    guard let slash = path.firstIndex(of: "/") else { return nil }
    let spaced = path[slash...].map { $0.isLetter || $0.isNumber ? $0 : " " }
    let parts = String(spaced).split(separator: " ").map(String.init)
    let reader = DateText(language: "en")
    for index in parts.indices where index + 2 < parts.count {
      let (year, month, day) = (parts[index], parts[index + 1], parts[index + 2])
      guard year.utf8.count == 4, let number = Int(year), (1990...2099).contains(number), Int(day) != nil else {
        continue
      }
      if Int(month) != nil, month.utf8.count == 2 || day.utf8.count == 2 {
        if let found = reader.firstDay(in: "\(year)-\(month)-\(day)") { return found }
      } else if month.utf8.count == 3, let found = reader.firstDay(in: "\(day) \(month) \(year)") {
        return found
      }
    }
    for part in parts where part.utf8.count == 8 && part.hasPrefix("20") {
      if let found = reader.iso(part) { return found }
    }
    return nil
  }
}
