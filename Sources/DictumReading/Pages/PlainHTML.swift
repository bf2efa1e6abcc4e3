/// The text of a piece of HTML: of a field that may hold markup or references, such as a feed's or a script's.
enum PlainHTML {
  /// Whether a text is a piece of a page rather than prose that mentions markup. A link left over in a text of lines is
  /// none: read as a page, the text would lose its paragraphs, and what others say of its offsets would be wrong.
  static func isMarkup(_ text: String) -> Bool {
    let start = text.prefix(20_000).lowercased()
    let blocks = ["<p>", "<p ", "<div", "<br", "</p>", "<html", "<body", "<article", "<h2", "<ul>", "<table"]
    if blocks.contains(where: start.contains) { return true }
    return !start.contains("\n") && ["</a>", "<span"].contains(where: start.contains)
  }

  /// All that the piece shows, a blank line between paragraphs; the piece itself where it holds no markup.
  static func text(_ piece: String) -> String {
    guard piece.utf8.contains(UInt8(ascii: "<")) || piece.utf8.contains(UInt8(ascii: "&")) else { return piece }
    let blocks = PageParser.parse(Array("<body>\(piece)</body>".utf8)) { PageTree($0).blocks.map(\.text) }
    return blocks?.joined(separator: "\n\n") ?? piece
  }
}
