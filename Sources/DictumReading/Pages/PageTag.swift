/// What an element's name says of its text.
enum PageTag: UInt8, Sendable {
  /// Runs inside a line.
  case inline, link, lineBreak
  /// Ends the block before it, and says nothing else.
  case block, paragraph, heading, title, item, list, cell, table, quote, pre
  case article, main, header, form, noscript, body
  /// Frames what others say: `nav`, `footer`, `aside`.
  case frame
  /// Holds nothing that an article says.
  case dropped

  private static let names: [String: PageTag] = {
    var names: [String: PageTag] = [
      "a": .link, "br": .lineBreak, "p": .paragraph, "h1": .title, "blockquote": .quote, "pre": .pre, "li": .item,
      "dd": .item, "dt": .item, "ul": .list, "ol": .list, "dl": .list, "td": .cell, "th": .cell, "table": .table,
      "article": .article, "main": .main, "header": .header, "form": .form, "noscript": .noscript, "body": .body,
    ]
    let groups: [(PageTag, String)] = [
      (.heading, "h2 h3 h4 h5 h6"), (.frame, "nav footer aside"),
      (
        .inline,
        """
        abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong
        sub sup time tt u var wbr ruby rb
        """
      ),
      (
        .dropped,
        """
        script style template button select input textarea iframe svg object embed video audio canvas figcaption dialog
        menu head rt rp map datalist option
        """
      ),
    ]
    for (tag, words) in groups {
      for word in words.split(whereSeparator: \.isWhitespace) { names[String(word)] = tag }
    }
    return names
  }()

  /// The tag of an element's name in lower case; an unknown name ends a block.
  init(_ name: String) { self = Self.names[name] ?? .block }

  /// Whether text before and after it stands in one line.
  var isInline: Bool { self == .inline || self == .link || self == .lineBreak }

  /// Whether it may hold an article's paragraphs.
  var isContainer: Bool {
    switch self {
    case .block, .cell, .article, .main, .body, .quote, .header, .form, .list, .table, .noscript, .frame: true
    default: false
    }
  }

  /// What a container of this kind starts with, after Readability.
  var baseScore: Double {
    switch self {
    case .block, .article, .main: 5
    case .pre, .cell, .quote: 3
    case .list, .form: -3
    default: 0
    }
  }
}
