import CPoppler
package import DictumKit

/// PDF, read by poppler: text in reading order, paragraphs by the gaps between lines, words that lines part joined, the
/// heads and feet that pages repeat left out.
package enum PDFFile: ArticleFormat {
  package static let name = "PDF"

  package static func recognises(_ start: FileStart) -> Bool {
    start.bytes.prefix(1_024).firstRange(of: Array("%PDF-".utf8)) != nil && start.rootElement == nil
  }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    var message: UnsafeMutablePointer<CChar>?
    let document = bytes.withUnsafeBytes { raw in
      raw.baseAddress.flatMap { poppler_open($0, gsize(raw.count), &message) }
    }
    defer { if let message { g_free(message) } }
    guard let document else {
      throw reading.damaged(name, message.map { String(cString: $0) } ?? "it cannot be read")
    }
    defer { poppler_close(UnsafeMutableRawPointer(document)) }
    var pages: [[PDFLine]] = []
    for number in 0..<max(0, poppler_document_get_n_pages(document)) {
      guard let page = poppler_document_get_page(document, number) else { continue }
      defer { poppler_close(UnsafeMutableRawPointer(page)) }
      pages.append(lines(of: page))
    }
    guard pages.contains(where: { !$0.isEmpty }) else {
      throw DictumError(.emptyArticle, "\(reading.key): a PDF without text: pictures of pages need OCR first")
    }
    var metadata = Metadata()
    metadata.title = string(poppler_document_get_title(document))
    metadata.author = string(poppler_document_get_author(document))
    return [.document(reading.document(PDFText(pages).paragraphs.asText, metadata))]
  }

  private static func string(_ characters: UnsafeMutablePointer<CChar>?) -> String? {
    guard let characters else { return nil }
    defer { g_free(characters) }
    let text = String(cString: characters).collapsed
    return text.isEmpty || text == "(anonymous)" || text == "untitled" ? nil : text
  }

  /// The lines of a page with their places: poppler gives a box for every character of the page's text.
  private static func lines(of page: OpaquePointer) -> [PDFLine] {
    guard let characters = poppler_page_get_text(page) else { return [] }
    let text = String(cString: characters)
    g_free(characters)
    var boxes: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    guard poppler_page_get_text_layout(page, &boxes, &count) != 0, let boxes else { return [] }
    defer { g_free(boxes) }
    var lines: [PDFLine] = []
    var line = PDFLine()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if scalar == "\n" {
        if !line.text.collapsed.isEmpty { lines.append(line) }
        line = PDFLine()
      } else {
        line.text.unicodeScalars.append(scalar)
        if index < Int(count), !scalar.properties.isWhitespace { line.take(boxes[index]) }
      }
    }
    if !line.text.collapsed.isEmpty { lines.append(line) }
    return lines
  }
}

extension PDFLine {
  fileprivate mutating func take(_ box: PopplerRectangle) {
    left = min(left, box.x1)
    right = max(right, box.x2)
    top = min(top, min(box.y1, box.y2))
    bottom = max(bottom, max(box.y1, box.y2))
  }
}
