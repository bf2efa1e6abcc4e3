import DictumKit

/// The pages in a WARC file (ISO 28500), one after the other, as `wget --warc-file` and Common Crawl write them.
struct WARCRecords {
  struct Page {
    let url: String
    /// What the server sent, its head and its encodings left out.
    let bytes: [UInt8]
    let type: String
  }

  private let input: ArchiveInput
  private let limit: Int
  private let name: String
  private var block: [UInt8] = []
  private var position = 0
  private var ended = false

  /// - Parameter start: what was read of the file already.
  init(_ input: ArchiveInput, start: [UInt8], name: String, limit: Int) {
    self.input = input
    self.limit = limit
    self.name = name
    block = start
  }

  /// The next response or resource; nil at the end. Requests and what is about the crawl are no pages.
  ///
  /// - Throws: `damagedArchive`; `textTooLong` for one record, after which others follow.
  mutating func next() throws(DictumError) -> Page? {
    while let head = try head() {
      guard let length = head["content-length"].flatMap({ Int($0) }), length >= 0 else {
        ended = true
        throw DictumError(.damagedArchive, "\(name): a record without a length")
      }
      let kind = head["warc-type"] ?? ""
      let isPage = ["response", "resource", "conversion"].contains(kind)
      let url = (head["warc-target-uri"] ?? "").filter { $0 != "<" && $0 != ">" }
      let body = try take(length, keeps: isPage && length <= limit)
      guard isPage, url.hasPrefix("http") || kind == "conversion" else { continue }
      guard length <= limit else {
        throw DictumError(.textTooLong, "\(name): \(url) has \(length) bytes; the limit is \(limit)")
      }
      guard kind == "response" else { return Page(url: url, bytes: body, type: head["content-type"] ?? "") }
      let answer = MIMEPart(body.drop { $0 != 0x0A }.dropFirst())
      let status = String(decoding: body.prefix(16), as: UTF8.self).split(separator: " ").dropFirst().first ?? ""
      guard status.hasPrefix("2") else { continue }
      var content = answer.content
      if answer.field("transfer-encoding")?.lowercased() == "chunked" { content = Self.unchunked(content) }
      if content.starts(with: [0x1F, 0x8B]), let unpacked = try? unpacked(content, url) { content = unpacked }
      return Page(url: url, bytes: content, type: answer.type)
    }
    return nil
  }

  private func unpacked(_ bytes: [UInt8], _ url: String) throws(DictumError) -> [UInt8] {
    let input = try ArchiveInput(bytes: bytes, name: name)
    guard try input.next() != nil else { return [] }
    return try input.bytes(limit: limit, member: url)
  }

  /// The fields of the next record; nil at the end.
  private mutating func head() throws(DictumError) -> [String: String]? {
    var fields: [String: String]?
    while let line = try line() {
      if line.isEmpty {
        if fields != nil { return fields }
      } else if fields == nil {
        guard line.hasPrefix("WARC/") else {
          ended = true
          throw DictumError(.damagedArchive, "\(name): no record where one should begin")
        }
        fields = [:]
      } else if let colon = line.firstIndex(of: ":") {
        fields?[line[..<colon].lowercased()] = String(line[line.index(after: colon)...]).collapsed
      }
    }
    if fields != nil {
      ended = true
      throw DictumError(.damagedArchive, "\(name): it ends within the head of a record")
    }
    return nil
  }

  private mutating func line() throws(DictumError) -> String? {
    var line: [UInt8] = []
    while true {
      guard try fill() else { return line.isEmpty ? nil : String(decoding: line, as: UTF8.self) }
      let end = block[position...].firstIndex(of: 0x0A)
      line += block[position..<(end ?? block.count)]
      position = end.map { $0 + 1 } ?? block.count
      if end != nil { break }
      guard line.count < 1 << 20 else {
        ended = true
        throw DictumError(.damagedArchive, "\(name): the head of a record has no end")
      }
    }
    if line.last == 0x0D { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  private mutating func take(_ count: Int, keeps: Bool) throws(DictumError) -> [UInt8] {
    var bytes: [UInt8] = []
    var left = count
    while left > 0 {
      guard try fill() else {
        ended = true
        throw DictumError(.damagedArchive, "\(name): it ends within a record")
      }
      let part = block[position..<min(block.count, position + left)]
      if keeps { bytes += part }
      position += part.count
      left -= part.count
    }
    return bytes
  }

  /// Whether there are bytes left in the block, reading on where there are none.
  private mutating func fill() throws(DictumError) -> Bool {
    guard position == block.count else { return true }
    guard !ended else { return false }
    block = [UInt8](repeating: 0, count: 1 << 17)
    position = 0
    do throws(DictumError) {
      block.removeLast(block.count - (try input.read(into: &block)))
    } catch {
      ended = true
      block = []
      throw error
    }
    if block.isEmpty { ended = true }
    return !block.isEmpty
  }

  /// The bytes of chunked transfer (RFC 9112).
  private static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while let end = bytes[index...].firstIndex(of: 0x0A) {
      let digits = bytes[index..<end].prefix { $0 != 0x0D && $0 != UInt8(ascii: ";") }
      // Some tools have put the pieces together already and left the field.
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16) else {
        return index == 0 ? bytes : output
      }
      guard size > 0 else { return output }
      output += bytes[(end + 1)..<min(bytes.count, end + 1 + size)]
      index = min(bytes.count, end + 1 + size)
      while index < bytes.count, bytes[index] == 0x0D || bytes[index] == 0x0A { index += 1 }
    }
    return output
  }
}
