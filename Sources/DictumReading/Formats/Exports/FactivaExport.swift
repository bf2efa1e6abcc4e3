import DictumKit

/// Factiva's exports: fields behind codes (`HD`, `BY`, `WC`, `PD`, `SN`, `LP`, `TD`), or the same without them; either
/// ends with the document's number.
enum FactivaExport: ExportShape {
  static let signs = [["HD", "WC", "PD", "TD"], ["HD", "SN", "LP"], [" words", "Document "]]

  static func articles(_ lines: [String]) -> [ExportedArticle] {
    let coded = CodedFields(lines).articles
    return coded.isEmpty ? shown(lines) : coded
  }

  /// The articles of an export without codes: up to each line `Document COUR000020260301em3100001`.
  private static func shown(_ lines: [String]) -> [ExportedArticle] {
    let ends = lines.indices.filter { documentNumber(lines[$0]) != nil }
    guard !ends.isEmpty else { return [] }
    var articles: [ExportedArticle] = []
    var start = 0
    for end in ends {
      guard var article = article(Array(lines[start..<end])) else { return [] }
      article.id = documentNumber(lines[end])
      articles.append(article)
      start = end + 1
    }
    if var last = article(Array(lines[start...])) {
      last.isWhole = false
      articles.append(last)
    }
    return articles
  }

  /// The head says title, byline, count of words, day, time, source, codes, language and copyright, a line each.
  private static func article(_ lines: [String]) -> ExportedArticle? {
    guard let count = lines.firstIndex(where: isWordCount), count > 0 else { return nil }
    var article = ExportedArticle()
    let before = lines[..<count].filter { !$0.isEmpty }
    let byline = before.lastIndex { $0.lowercased().hasPrefix("by ") }
    if let byline { article.take(byline: before[byline]) }
    article.metadata.title = before.indices.last { $0 != byline }.map { before[$0] }
    var index = count + 1
    func next() -> String? {
      while index < lines.count, lines[index].isEmpty { index += 1 }
      return index < lines.count ? lines[index] : nil
    }
    if let day = next()?.exportedDay {
      article.metadata.date = day
      index += 1
    }
    if let time = next(), time.utf8.count <= 5, time.contains(":") { index += 1 }
    article.metadata.site = next()
    // The head ends with the copyright, within a few lines.
    let head = lines[min(index + 1, lines.count)...].prefix(10)
    guard let end = head.firstIndex(where: \.isCopyright) else { return nil }
    article.metadata.language = head[..<end].lazy.compactMap { LanguageNames.tag($0) }.first
    article.lines = Array(lines[(end + 1)...])
    return article
  }

  private static func isWordCount(_ line: String) -> Bool {
    guard let number = line.split(separator: " ").first, line == "\(number) words" else { return false }
    return number.allSatisfy { $0.isNumber || $0 == "," }
  }

  static func documentNumber(_ line: String) -> String? {
    guard let number = line.after(label: "Document "), number.utf8.count >= 15, number.utf8.count <= 40 else {
      return nil
    }
    return number.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } && number.contains(where: \.isNumber)
      ? number : nil
  }
}

/// The fields of Factiva's exports with codes.
private struct CodedFields {
  private(set) var articles: [ExportedArticle] = []
  private var fields: [String: [String]] = [:]
  private var code: String?
  private let isInLine: Bool

  private static let codes: Set<String> = [
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CT", "RF", "ART",
    "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CLM", "DLN",
  ]

  init(_ lines: [String]) {
    // Codes stand in cells or lines of their own, or before what they name.
    isInLine = !lines.contains("HD")
    for line in lines {
      guard let (code, rest) = code(of: line) else {
        // Behind the number nothing belongs to the article.
        if let code, code != "AN" || fields["AN", default: []].isEmpty { fields[code, default: []].append(line) }
        continue
      }
      // A section's name stands before the title; a title begins an article that has none.
      if code == "SE" || code == "HD" && fields["HD"] != nil { end() }
      self.code = code
      fields[code, default: []] += rest.isEmpty ? [] : [rest]
    }
    end()
  }

  private func code(of line: String) -> (String, rest: String)? {
    if Self.codes.contains(line) { return (line, "") }
    guard isInLine, let word = line.split(separator: " ").first, Self.codes.contains(String(word)) else { return nil }
    let rest = line.dropFirst(word.count + 1)
    // In a text, `IN` and the like are words; the fields behind it begin with a list of codes.
    let isText = code == "LP" || code == "TD" || code == nil
    if isText, !["TD", "AN", "HD", "SE"].contains(String(word)), !rest.contains(" : ") { return nil }
    return (String(word), String(rest))
  }

  private mutating func end() {
    defer {
      fields = [:]
      code = nil
    }
    guard let title = fields["HD"], fields["PD"] != nil || fields["SN"] != nil,
      fields["LP"] != nil || fields["TD"] != nil
    else { return }
    func value(_ code: String) -> String? {
      let value = fields[code].map { $0.joined(separator: " ").collapsed } ?? ""
      return value.isEmpty ? nil : value
    }
    var article = ExportedArticle()
    article.metadata.title = title.joined(separator: " ").collapsed
    article.metadata.date = value("PD").flatMap { $0.exportedDay ?? $0 }
    article.metadata.site = value("SN")
    article.metadata.language = value("LA").flatMap { LanguageNames.tag($0) }
    if let byline = value("BY") { article.take(byline: byline) }
    let (lead, rest) = (fields["LP"] ?? [], fields["TD"] ?? [])
    article.lines = lead + (lead.contains("") || rest.contains("") ? [""] : []) + rest
    article.id = value("AN").map { $0.after(label: "Document ") ?? $0 }
    article.isWhole = value("AN") != nil
    articles.append(article)
  }
}
