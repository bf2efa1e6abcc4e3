/// The text of a piece of HTML: of a field that may hold markup or references, such as a feed's or a script's.
enum PlainHTML {
  /// Whether a text holds markup rather than prose that mentions it.
  static func isMarkup(_ text: String) -> Bool {
    let start = text.prefix(20_000).lowercased()
    return [
      "<p>", "<p ", "<div", "<br", "</p>", "<html", "<body", "<article", "</a>", "<h2", "<ul>", "<span", "<table",
    ]
    .contains { start.contains($0) }
  }

  /// All that the piece shows, a blank line between paragraphs; the piece itself where it holds no markup.
  static func text(_ piece: String) -> String {
    guard piece.utf8.contains(UInt8(ascii: "<")) || piece.utf8.contains(UInt8(ascii: "&")) else { return piece }
    let blocks = PageParser.parse(Array("<body>\(piece)</body>".utf8)) { PageTree($0).blocks.map(\.text) }
    return blocks?.joined(separator: "\n\n") ?? piece
  }
}
