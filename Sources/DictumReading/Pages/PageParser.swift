import CXML
import DictumKit

/// Reads pages with libxml2.
enum PageParser {
  /// Hands the root of a page on; nil for a page without elements.
  ///
  /// - Parameter bytes: the page as UTF-8.
  static func parse<Result>(_ bytes: [UInt8], _ body: (MarkupNode) -> Result) -> Result? {
    let bytes = TagGuard.bounded(bytes)
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    let page: xmlDocPtr? = bytes.withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { start -> xmlDocPtr? in
        guard let context = htmlCreateMemoryParserCtxt(start.baseAddress, Int32(clamping: start.count)) else {
          return nil
        }
        defer { htmlFreeParserCtxt(context) }
        htmlCtxtUseOptions(context, Int32(options))
        // Without it, what stands deeper than 255 elements is dropped; `htmlCtxtUseOptions` does not let it through.
        context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
        if let handler = xmlFindCharEncodingHandler("UTF-8") { xmlSwitchToEncoding(context, handler) }
        htmlParseDocument(context)
        return context.pointee.myDoc
      }
    }
    guard let page else { return nil }
    defer { xmlFreeDoc(page) }
    return xmlDocGetRootElement(page).map { body(MarkupNode($0)) }
  }
}

/// Cuts off tags with attributes by the hundred, for which libxml2 takes quadratic time, and leaves out the ends of `body`
/// and `html`: what follows them belongs to the page, too.
private enum TagGuard {
  private static let most = 256

  static func bounded(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var copied = 0
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      if endsPage(bytes, open) {
        kept += bytes[copied..<open]
        index = bytes[open...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        copied = index
        continue
      }
      guard index < bytes.count, isLetter(bytes[index]) else { continue }
      let (cut, end) = scan(bytes, from: index)
      if let cut {
        kept += bytes[copied..<cut]
        copied = end
      }
      index = rawTextEnd(bytes, name: index, from: end) ?? end
    }
    return copied == 0 ? bytes : kept + bytes[copied...]
  }

  private static let ends = [Array("</body".utf8), Array("</html".utf8)]

  private static func endsPage(_ bytes: [UInt8], _ open: Int) -> Bool {
    guard open + 6 < bytes.count, bytes[open + 1] == UInt8(ascii: "/"), !isLetter(bytes[open + 6]) else { return false }
    let tag = bytes[open..<(open + 6)].map { isLetter($0) ? $0 | 0x20 : $0 }
    return ends.contains(tag)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter }

  /// Where a tag has had too many attributes, if so, and where its `>` stands.
  private static func scan(_ bytes: [UInt8], from start: Int) -> (cut: Int?, end: Int) {
    var index = start
    var words = 0
    var cut: Int?
    var wasSpace = false
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x27, index > start, bytes[index - 1] == UInt8(ascii: "=") {
        guard let close = bytes[(index + 1)...].firstIndex(of: byte) else { return (cut, index) }
        index = close
      }
      let isSpace = byte <= 0x20
      if wasSpace, !isSpace {
        words += 1
        if words == most { cut = index }
      }
      wasSpace = isSpace
      index += 1
    }
    return (cut, index)
  }

  /// Past the text of `script` and `style`, in which `<` begins no tag.
  private static func rawTextEnd(_ bytes: [UInt8], name: Int, from start: Int) -> Int? {
    let word = bytes[name...].prefix(7).map { $0 | 0x20 }
    let close: [UInt8]
    if word.starts(with: Array("script".utf8)) {
      close = Array("</script".utf8)
    } else if word.starts(with: Array("style".utf8)) {
      close = Array("</style".utf8)
    } else {
      return nil
    }
    var index = start
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let end = min(open + close.count, bytes.count)
      if zip(bytes[open..<end], close).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }), end - open == close.count {
        return open
      }
      index = open + 1
    }
    return bytes.count
  }
}
