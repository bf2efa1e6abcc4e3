package import DictumKit

/// WARC (ISO 28500): what `wget --warc-file` and Common Crawl write.
package enum WARCFile: StreamedFormat {
  package static let name = "WARC"

  package static func recognises(_ start: FileStart) -> Bool { start.begins("WARC/1.") || start.begins("WARC/0.") }

  package static func parts(of input: MemberBytes, name: String, limit: Int) -> any FileParts {
    WARCRecords(input, name: name, limit: limit)
  }
}

/// The pages in a WARC file (ISO 28500), one after the other, as `wget --warc-file` and Common Crawl write them.
struct WARCRecords: FileParts {
  private struct Page {
    let url: String
    /// What the server sent, its head and its encodings left out.
    let bytes: [UInt8]
    let type: String
  }

  private var input: MemberBytes
  private let limit: Int
  private let name: String
  /// A record's head, and a line of it, end before this many bytes.
  private static let longestHead = 1 << 20

  init(_ input: MemberBytes, name: String, limit: Int) {
    self.input = input
    self.limit = limit
    self.name = name
  }

  var position: Int? { input.consumed }

  mutating func next() -> FilePart {
    do throws(DictumError) {
      guard let page = try nextPage() else { return .end(nil) }
      return .file(name: page.url, bytes: page.bytes, url: page.url)
    } catch {
      return error.diagnostics.first?.code == .textTooLong ? .article(number: nil, .fault(error)) : .end(error)
    }
  }

  /// The next response or resource; nil at the end. Requests and what is about the crawl are no pages.
  ///
  /// - Throws: `damagedArchive`; `textTooLong` for one record, after which others follow.
  private mutating func nextPage() throws(DictumError) -> Page? {
    while let head = try head() {
      guard let length = head["content-length"].flatMap({ Int($0) }), length >= 0 else {
        throw damaged("a record without a length")
      }
      let kind = head["warc-type"] ?? ""
      let isPage = ["response", "resource", "conversion"].contains(kind)
      let url = (head["warc-target-uri"] ?? "").filter { $0 != "<" && $0 != ">" }
      guard let body = try input.take(length, keeps: isPage && length <= limit) else {
        throw damaged("it ends within a record")
      }
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
          throw damaged("no record where one should begin")
        }
        fields = [:]
      } else if let colon = line.firstIndex(of: ":") {
        fields?[line[..<colon].lowercased()] = String(line[line.index(after: colon)...]).collapsed
      }
    }
    if fields != nil {
      throw damaged("it ends within the head of a record")
    }
    return nil
  }

  private mutating func line() throws(DictumError) -> String? {
    guard var line = try input.line(limit: Self.longestHead) else { return nil }
    guard line.length <= Self.longestHead else { throw damaged("the head of a record has no end") }
    if line.bytes.last == 0x0D { line.bytes.removeLast() }
    return String(decoding: line.bytes, as: UTF8.self)
  }

  /// What ends the reading of the file.
  private mutating func damaged(_ reason: String) -> DictumError {
    input.end()
    return DictumError(.damagedArchive, "\(name): \(reason)")
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
