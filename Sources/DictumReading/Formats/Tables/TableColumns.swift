import DictumReports

/// Which column of a table holds what.
struct TableColumns {
  private let names: [String]
  let text, id, title, date, url, language, author, site: Int?

  /// - Parameter fields: names that go before the usual ones.
  init(_ head: [String], _ fields: ArticleFields) {
    let names = head.map { $0.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" && $0 != "\u{FEFF}" } }
    self.names = names
    func column(_ named: String, _ usual: String) -> Int? {
      let found = usual.split(separator: " ").lazy.compactMap { names.firstIndex(of: String($0)) }.first
      return head.firstIndex(of: named) ?? found
    }
    text = column(
      fields.text,
      "text body articlebody fulltext content articletext maintext bodytext article transcript"
    )
    id = column(fields.id, "id storiesid articleid guid docid uri")
    title = column(fields.title, "title headline hl heading")
    date = column(fields.date, "date publishdate pubdate publisheddate datepublished published publicationdate pd")
    url = column(fields.url, "url link permalink")
    language = column(fields.language, "language lang")
    author = column(fields.author, "author authors byline by creator")
    site = column(fields.site, "site medianame source publication publisher outlet sn")
  }

  /// The column with the longest fields, where they are as long as texts.
  func longest(_ rows: some Collection<[String]>) -> Int? {
    let sizes = names.indices.map { column in
      rows.reduce(0) { $0 + ($1.indices.contains(column) ? $1[column].utf8.count : 0) } / max(1, rows.count)
    }
    guard let best = sizes.indices.max(by: { sizes[$0] < sizes[$1] }), sizes[best] >= 200 else { return nil }
    return best
  }
}
