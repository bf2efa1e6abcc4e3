import CMarkdown
import DictumKit

/// The text of a Markdown article (CommonMark, read by cmark): its paragraphs, headings and list items, a blank line
/// between them, without markup, code, pictures and HTML; front matter gives title, date, url and language.
struct MarkdownText {
  private(set) var text: [UInt8] = []
  private(set) var metadata = Metadata()

  init(_ bytes: [UInt8]) {
    let front = FrontMatter(bytes)
    metadata = front.metadata
    let body = bytes[front.end...]
    body.withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { characters in
        guard let root = cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_DEFAULT) else {
          return
        }
        defer { cmark_node_free(root) }
        read(root)
      }
    }
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    text.append(UInt8(ascii: "\n"))
  }

  private mutating func read(_ root: OpaquePointer) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var pictures = 0
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      let node = cmark_iter_get_node(iterator)
      let isEntered = event == CMARK_EVENT_ENTER
      switch cmark_node_get_type(node) {
      case CMARK_NODE_IMAGE: pictures += isEntered ? 1 : -1
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: if pictures == 0 { append(cmark_node_get_literal(node)) }
      case CMARK_NODE_SOFTBREAK: text.append(UInt8(ascii: " "))
      case CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: "\n"))
      case CMARK_NODE_HEADING, CMARK_NODE_PARAGRAPH: if !isEntered { endBlock(node) }
      default: break
      }
    }
  }

  private mutating func append(_ literal: UnsafePointer<CChar>?) {
    guard let literal else { return }
    text += String(cString: literal).utf8
  }

  private mutating func endBlock(_ node: OpaquePointer?) {
    if metadata.title == nil, cmark_node_get_type(node) == CMARK_NODE_HEADING, cmark_node_get_heading_level(node) == 1 {
      let start = text.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      metadata.title = String(decoding: text[start...], as: UTF8.self)
    }
    text += [UInt8(ascii: "\n"), UInt8(ascii: "\n")]
  }
}

/// The `key: value` lines between two `---` at the start of a Markdown file.
private struct FrontMatter {
  private(set) var metadata = Metadata()
  /// Where the article begins (UTF-8).
  private(set) var end = 0

  init(_ bytes: [UInt8]) {
    let newline = UInt8(ascii: "\n")
    var lines: [(text: String, end: Int)] = []
    var start = 0
    while start < bytes.count, lines.count < 100 {
      let stop = bytes[start...].firstIndex(of: newline) ?? bytes.count
      var line = String(decoding: bytes[start..<stop], as: UTF8.self)
      if line.utf8.last == 0x0D { line.removeLast() }
      start = min(stop + 1, bytes.count)
      lines.append((line, start))
      if lines.count == 1, line != "---" { return }
      if lines.count > 1, line == "---" || line == "..." { break }
    }
    guard lines.count > 1, let last = lines.last, last.text == "---" || last.text == "..." else { return }
    end = last.end
    for line in lines.dropFirst().dropLast() { take(line.text) }
  }

  private mutating func take(_ line: String) {
    guard let colon = line.firstIndex(of: ":") else { return }
    var value = line[line.index(after: colon)...].drop { $0 == " " }
    while value.last == " " { value.removeLast() }
    if value.count > 1, let quote = value.first, quote == value.last, quote == "\"" || quote == "'" {
      value = value.dropFirst().dropLast()
    }
    guard !value.isEmpty else { return }
    switch line[..<colon].lowercased() {
    case "title": metadata.title = String(value)
    case "date": metadata.date = String(value)
    case "url", "link", "permalink": metadata.url = String(value)
    case "lang", "language": metadata.language = String(value)
    default: break
    }
  }
}
