/// An article's title, without the name of the site that pages put beside it.
struct PageTitle {
  /// What the page says: its data's headline, Open Graph's title, its own title, its first headings of the first rank.
  var headline: String?
  var openGraph: String?
  var page: String?
  var headings: [String] = []
  /// The site's name and its host, as far as they are known.
  var site: String?
  var host: String?

  private static let separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " ‹ ", " « "]

  /// The heading that the page's other titles hold, else the best of those without the site's name.
  var best: String? {
    let titles = [openGraph, headline, page].compactMap { $0 }.filter { !$0.isEmpty }
    let folded = titles.map { $0.lowercased() }
    let shown = headings.filter { heading in
      heading.utf8.count >= 8 && !isSite(heading) && folded.contains { $0.contains(heading.lowercased()) }
    }.max { $0.utf8.count < $1.utf8.count }
    if let shown { return shown }
    if let headline, !isSite(headline) { return withoutSite(headline) }
    if let openGraph, !isSite(openGraph) { return withoutSite(openGraph) }
    if let page, !page.isEmpty { return withoutSite(page, isPage: true) }
    return headings.first ?? titles.first
  }

  private func isSite(_ text: String) -> Bool {
    let letters = Self.letters(text)
    guard !letters.isEmpty else { return true }
    if let site, Self.letters(site) == letters { return true }
    return host.map { Self.letters($0).contains(letters) && letters.utf8.count >= 3 } ?? false
  }

  private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// Parts at either end that name the site go; of a page's own title, a short last one goes in any case.
  private func withoutSite(_ title: String, isPage: Bool = false) -> String {
    for separator in Self.separators where title.contains(separator) {
      var parts = Self.split(title, separator)
      while parts.count > 1, let last = parts.last, isSite(last) { parts.removeLast() }
      while parts.count > 1, let first = parts.first, isSite(first) { parts.removeFirst() }
      // Behind bars stand sections.
      while separator == " | ", parts.count > 1, Self.words(parts[0]) >= 4, Self.words(parts[parts.count - 1]) <= 2 {
        parts.removeLast()
      }
      if isPage, parts.count > 1, parts.count == Self.split(title, separator).count {
        let words = parts.map(Self.words)
        if words[0] >= 3 || words[0] > words[parts.count - 1] { parts = [parts[0]] }
      }
      return parts.joined(separator: separator)
    }
    return title
  }

  private static func words(_ text: String) -> Int { text.utf8.count { $0 == 0x20 } + 1 }

  private static func split(_ title: String, _ separator: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(title)
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
