import DictumKit
import DictumRuntime

/// A part of a message (RFC 2045): its fields, and what they are about.
struct MIMEPart {
  private var fields: [(name: String, value: String)] = []
  private let body: ArraySlice<UInt8>

  init(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    var start = 0
    var current: (name: String, value: String)?
    var fields: [(name: String, value: String)] = []
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[start..<end]
      start = min(end + 1, bytes.count)
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty { break }
      let text = String(decoding: line, as: UTF8.self)
      if text.first == " " || text.first == "\t" {
        current?.value += " " + text.collapsed
      } else if let colon = text.firstIndex(of: ":") {
        if let current { fields.append(current) }
        current = (text[..<colon].lowercased(), String(text[text.index(after: colon)...]).collapsed)
      }
    }
    if let current { fields.append(current) }
    self.fields = fields
    body = bytes[start...]
  }

  func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The media type in lower case.
  var type: String {
    let type = field("content-type").map { String($0.prefix { $0 != ";" }).collapsed.lowercased() } ?? ""
    return type.isEmpty ? "text/plain" : type
  }

  var isAttachment: Bool { field("content-disposition")?.lowercased().hasPrefix("attachment") ?? false }
  var isFlowed: Bool { parameter("format")?.lowercased() == "flowed" }
  var encoding: TextEncoding? {
    parameter("charset").map { $0.lowercased() == "utf-8" ? .detect : TextEncoding(option: $0) }
  }

  private func parameter(_ name: String) -> String? {
    guard let value = field("content-type") else { return nil }
    for part in value.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0).collapsed }
      if pair.count == 2, pair[0].lowercased() == name { return pair[1].filter { $0 != "\"" } }
    }
    return nil
  }

  /// The parts that hold no others, in their order, and whether all are there: a message that was cut off has no last
  /// boundary.
  var leaves: (parts: [MIMEPart], isWhole: Bool) {
    var parts: [MIMEPart] = []
    let isWhole = addLeaves(to: &parts, depth: 0)
    return (parts, isWhole)
  }

  private func addLeaves(to parts: inout [MIMEPart], depth: Int) -> Bool {
    guard type.hasPrefix("multipart/"), let boundary = parameter("boundary"), depth < 10 else {
      parts.append(self)
      return true
    }
    let mark = Array("--\(boundary)".utf8)
    var isWhole = true
    var begin: Int?
    var index = body.startIndex
    while index < body.endIndex {
      let end = body[index...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[index..<end].starts(with: mark) {
        if let begin { isWhole = MIMEPart(body[begin..<index]).addLeaves(to: &parts, depth: depth + 1) && isWhole }
        begin = min(end + 1, body.endIndex)
        if body[index..<end].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return isWhole }
      }
      index = min(end + 1, body.endIndex)
    }
    if let begin { _ = MIMEPart(body[begin...]).addLeaves(to: &parts, depth: depth + 1) }
    return false
  }

  /// The bytes without the encoding in which they were sent.
  var content: [UInt8] {
    switch field("content-transfer-encoding")?.lowercased() {
    case "quoted-printable": QuotedPrintable.decoded(body)
    case "base64": Base64.decoded(body)
    default: Array(body)
    }
  }
}

/// `=E2=80=9C` (RFC 2045).
enum QuotedPrintable {
  static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "=") else {
        output.append(bytes[index])
        index += 1
        continue
      }
      let next = bytes[(index + 1)...].prefix(2)
      if next.first == 0x0A {
        index += 2
      } else if next.elementsEqual([0x0D, 0x0A]) {
        index += 3
      } else if next.count == 2, let value = UInt8(String(decoding: next, as: UTF8.self), radix: 16) {
        output.append(value)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }
}

enum Base64 {
  static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return output
  }
}

/// `=?utf-8?q?Feuer_in_der_M=C3=BChle?=` in fields (RFC 2047).
enum MIMEWords {
  static func decoded(_ field: String) -> String {
    var result = ""
    var rest = Substring(field)
    while let open = rest.firstRange(of: "=?") {
      let parts = rest[open.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].first == "=" else { break }
      let before = rest[..<open.lowerBound]
      if !(result.isEmpty == false && before.allSatisfy(\.isWhitespace)) { result += before }
      let bytes =
        parts[1].lowercased() == "b"
        ? Base64.decoded(parts[2].utf8)
        : QuotedPrintable.decoded(parts[2].utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
      let text =
        (try? TextEncoding(option: String(parts[0])).decode(bytes))
        ?? SourceText(String(decoding: bytes, as: UTF8.self))
      result += text[text.span]
      rest = parts[3].dropFirst()
    }
    return result + rest
  }
}
