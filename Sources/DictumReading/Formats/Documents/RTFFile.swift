package import DictumKit
import DictumRuntime

/// RTF: the text of its body, in the code page that it names; headers, footers, notes, pictures and styles stay out.
package enum RTFFile: ArticleFormat {
  package static let name = "RTF"

  package static func recognises(_ start: FileStart) -> Bool { start.begins("{\\rtf") }

  package static func holdsMany(_ start: FileStart) -> Bool { true }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    var text = RTFText(bytes)
    text.read()
    let paragraphs = text.text.split(separator: "\n").map { String($0).collapsed }.filter { !$0.isEmpty }
    if let articles = NewsExport.articles(paragraphs, reading) { return articles }
    guard text.isClosed else { throw reading.damaged(name, "it ends within a group") }
    var metadata = Metadata()
    metadata.title = text.title.collapsed.isEmpty ? nil : text.title.collapsed
    metadata.author = text.author.collapsed.isEmpty ? nil : text.author.collapsed
    return [.document(reading.document(paragraphs.asText, metadata))]
  }
}

/// Reads RTF's groups and control words (RTF 1.9).
private struct RTFText {
  private enum Place { case body, title, author, dropped }
  private struct Group {
    var place = Place.body
    var skipAfterUnicode = 1
  }

  private(set) var text = ""
  private(set) var title = ""
  private(set) var author = ""
  /// Whether every group that opens is closed.
  private(set) var isClosed = false

  private static let dropped: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "info", "pict", "header", "headerl",
    "headerr",
    "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "annotation", "fldinst", "object", "themedata",
    "generator", "rsidtbl", "datastore", "latentstyles", "xmlnstbl", "operator", "company", "bkmkstart", "bkmkend",
  ]
  private static let signs: [String: String] = [
    "par": "\n", "line": "\n", "page": "\n", "sect": "\n", "row": "\n", "cell": "\n", "tab": " ", "emdash": "—",
    "endash": "–",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
  ]

  private let bytes: [UInt8]
  private var index = 0
  private var groups: [Group] = []
  private var pending: [UInt8] = []
  private var codePage = "windows-1252"
  private var toSkip = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "{"):
        flush()
        groups.append(groups.last ?? Group())
      case UInt8(ascii: "}"):
        flush()
        if groups.count == 1 { isClosed = true }
        groups.removeLast(groups.isEmpty ? 0 : 1)
        if isClosed { return }
      case UInt8(ascii: "\\"): control()
      case 0x0A, 0x0D: break
      default: if toSkip > 0 { toSkip -= 1 } else { pending.append(byte) }
      }
    }
  }

  private mutating func control() {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    guard (0x61...0x7A).contains(byte | 0x20) else { return symbol(byte) }
    let start = index
    while index < bytes.count, (0x61...0x7A).contains(bytes[index] | 0x20) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    let digits = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    let number = Int(String(decoding: bytes[digits..<index], as: UTF8.self))
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    apply(word, number)
  }

  private mutating func symbol(_ byte: UInt8) {
    index += 1
    switch byte {
    case UInt8(ascii: "'"):
      let end = min(index + 2, bytes.count)
      if let value = UInt8(String(decoding: bytes[index..<end], as: UTF8.self), radix: 16) {
        if toSkip > 0 { toSkip -= 1 } else { pending.append(value) }
      }
      index = end
    case UInt8(ascii: "~"): put("\u{A0}")
    case UInt8(ascii: "_"): put("-")
    case UInt8(ascii: "*"): if !groups.isEmpty { groups[groups.count - 1].place = .dropped }
    case UInt8(ascii: "-"): break
    case 0x0A, 0x0D: put("\n")
    default: pending.append(byte)
    }
  }

  private mutating func apply(_ word: String, _ number: Int?) {
    flush()
    switch word {
    case "u":
      let unit = UInt16(truncatingIfNeeded: number ?? 0)
      unicode(unit)
      toSkip = groups.last?.skipAfterUnicode ?? 1
    case "uc": if !groups.isEmpty { groups[groups.count - 1].skipAfterUnicode = max(0, number ?? 1) }
    case "ansicpg": codePage = number == 65001 ? "utf-8" : "windows-\(number ?? 1252)"
    case "mac": codePage = "macintosh"
    case "bin": index = min(bytes.count, index + max(0, number ?? 0))
    case "title": enter(.title)
    case "author": enter(.author)
    default:
      if Self.dropped.contains(word) { enter(.dropped) } else if let sign = Self.signs[word] { put(sign) }
    }
  }

  private mutating func enter(_ place: Place) {
    guard !groups.isEmpty else { return }
    groups[groups.count - 1].place = place
  }

  private var high: UInt16 = 0

  private mutating func unicode(_ unit: UInt16) {
    if unit & 0xFC00 == 0xD800 {
      high = unit
    } else {
      put(String(decoding: unit & 0xFC00 == 0xDC00 ? [high, unit] : [unit], as: UTF16.self))
    }
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let decoded =
      (try? TextEncoding.named(codePage).decode(pending)) ?? SourceText(String(decoding: pending, as: UTF8.self))
    pending = []
    put(decoded[decoded.span])
  }

  private mutating func put(_ string: String) {
    switch groups.last?.place ?? .dropped {
    case .body: text += string
    case .title: title += string
    case .author: author += string
    case .dropped: break
    }
  }
}
