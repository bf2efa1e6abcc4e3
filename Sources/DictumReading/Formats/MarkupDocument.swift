import CXML
import DictumKit

/// XML documents, read by libxml2: without entities of their own, without the network.
enum MarkupDocument {
  /// Hands the root on.
  ///
  /// - Throws: `damagedFile` with the line where the document breaks, or what `body` throws.
  static func parse<Result>(
    _ bytes: [UInt8],
    _ format: String,
    _ reading: Reading,
    _ body: (MarkupNode) throws(DictumError) -> Result
  ) throws(DictumError) -> Result {
    let options =
      XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
      | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
    guard let context = xmlNewParserCtxt() else { throw reading.damaged(format, "no memory for its parser") }
    defer { xmlFreeParserCtxt(context) }
    let document = bytes.withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) {
        xmlCtxtReadMemory(context, $0.baseAddress, Int32(clamping: $0.count), nil, nil, Int32(options))
      }
    }
    guard let document, let root = xmlDocGetRootElement(document) else {
      let error = context.pointee.lastError
      let message = error.message.map { String(cString: $0).collapsed } ?? "no XML"
      throw reading.damaged(format, "line \(error.line): \(message)")
    }
    defer { xmlFreeDoc(document) }
    return try body(MarkupNode(root))
  }
}

extension MarkupNode {
  /// The text of the elements of these names, in order, each a paragraph; what lies in one of them is not taken twice.
  func paragraphs(_ names: Set<String>, without dropped: Set<String> = []) -> [String] {
    var found: [String] = []
    func walk(_ node: MarkupNode, _ depth: Int) {
      guard depth < 500 else { return }
      for child in node.children where child.isElement && !dropped.contains(child.name) {
        if names.contains(child.name) {
          let text = child.shownText(without: dropped).collapsed
          if !text.isEmpty { found.append(text) }
        } else {
          walk(child, depth + 1)
        }
      }
    }
    walk(self, 0)
    return found
  }

  /// The text below, without that of some elements; what is marked as a quotation gets its marks.
  func shownText(without dropped: Set<String>) -> String {
    var result = ""
    func walk(_ node: MarkupNode, _ depth: Int) {
      guard depth < 500 else { return }
      for child in node.children {
        if child.isText {
          result += child.content
        } else if child.isElement, !dropped.contains(child.name) {
          let isQuote = child.isQuotation
          if isQuote { result += "“" }
          walk(child, depth + 1)
          if isQuote { result += "”" }
        }
      }
    }
    walk(self, 0)
    return result
  }

  /// Whether the element stands for quote marks, as `q` does: it is one inside a line, and has none of its own.
  var isQuotation: Bool {
    guard name == "q" || name == "quote" else { return false }
    let first = text.first { !$0.isWhitespace }
    return first.map { !"“\"‘'«„".contains($0) } ?? false
  }
}

extension Metadata {
  /// What a document says of itself in Dublin Core's words, or in those that office programs have for them.
  init(about node: MarkupNode) {
    func text(_ names: String...) -> String? {
      names.lazy.compactMap { node.first($0)?.text.collapsed }.first { !$0.isEmpty }
    }
    self.init(
      title: text("title"),
      date: text("creation-date", "created", "date"),
      language: text("language"),
      author: text("initial-creator", "creator"),
      site: text("publisher")
    )
  }
}

extension [String] {
  /// A text of paragraphs, a blank line between them.
  var asText: String { joined(separator: "\n\n") + (isEmpty ? "" : "\n") }
}
