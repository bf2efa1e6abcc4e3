/// The lines of a PDF with their places, as `pdftotext -bbox-layout` says them: an element a line of text.
struct PDFLayout {
  private(set) var title: String?
  private(set) var author: String?
  private(set) var pages: [[PDFLine]] = []

  init(_ answer: [UInt8]) {
    var line: PDFLine?
    for part in answer.split(separator: 0x0A) {
      let text = part.drop { $0 == 0x20 }
      if text.starts(with: Self.word) {
        line?.words.append(Self.content(text))
      } else if text.starts(with: Self.line) {
        line = PDFLine()
        line?.take(text)
      } else if text.starts(with: Self.lineEnd) {
        if let line, !pages.isEmpty, !line.text.isEmpty { pages[pages.count - 1].append(line) }
        line = nil
      } else if text.starts(with: Self.page) {
        pages.append([])
      } else if text.starts(with: Self.titleStart) {
        title = Self.known(Self.content(text))
      } else if text.starts(with: Self.authorStart) {
        author = Self.attribute("content", text).flatMap { Self.known(Self.plain($0)) }
      }
    }
  }

  private static let word = Array("<word ".utf8)
  private static let line = Array("<line ".utf8)
  private static let lineEnd = Array("</line".utf8)
  private static let page = Array("<page ".utf8)
  private static let titleStart = Array("<title>".utf8)
  private static let authorStart = Array("<meta name=\"Author\"".utf8)

  /// What programs write where nobody has said anything.
  private static func known(_ text: String) -> String? {
    let text = text.collapsed
    return ["", "(anonymous)", "untitled", "unknown"].contains(text.lowercased()) ? nil : text
  }

  /// What stands between the first tag and the last.
  private static func content(_ element: ArraySlice<UInt8>) -> String {
    guard let start = element.firstIndex(of: UInt8(ascii: ">")), let end = element.lastIndex(of: UInt8(ascii: "<")),
      start < end
    else { return "" }
    return plain(String(decoding: element[(start + 1)..<end], as: UTF8.self))
  }

  /// The text without XML's references; control characters, which fonts without names for their signs give, left out.
  private static func plain(_ text: String) -> String {
    var text = text
    if text.contains("&") {
      for (reference, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
        text = text.replacing(reference, with: sign)
      }
    }
    text.unicodeScalars.removeAll { $0.value < 0x20 && $0 != "\t" }
    return text
  }

  static func attribute(_ name: String, _ element: ArraySlice<UInt8>) -> String? {
    guard let place = element.firstRange(of: Array("\(name)=\"".utf8)) else { return nil }
    return String(decoding: element[place.upperBound...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }
}

extension PDFLine {
  fileprivate mutating func take(_ element: ArraySlice<UInt8>) {
    func number(_ name: String) -> Double { PDFLayout.attribute(name, element).flatMap { Double($0) } ?? 0 }
    left = number("xMin")
    right = number("xMax")
    top = number("yMin")
    bottom = number("yMax")
  }
}
