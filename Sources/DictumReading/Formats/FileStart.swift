/// The first bytes of a file and its name, by which its format is known.
package struct FileStart: Sendable {
  /// How many bytes are enough.
  package static let length = 1 << 16

  package let bytes: [UInt8]
  /// The name's ending in lower case, without its dot and that of a compression.
  package let ending: String
  /// The first bytes as characters, each byte one; a byte order mark and the NULs of UTF-16 left out.
  let text: String

  package init(_ bytes: some Collection<UInt8>, name: String) {
    self.bytes = Array(bytes.prefix(Self.length))
    var parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 2, ["gz", "bz2", "xz", "zst"].contains(parts.last ?? "") { parts.removeLast() }
    ending = parts.count > 1 ? String(parts.last ?? "") : ""
    let body = self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? self.bytes.dropFirst(3) : self.bytes[...]
    let wide = body.starts(with: [0xFF, 0xFE]) || body.starts(with: [0xFE, 0xFF])
    let characters = wide ? body.dropFirst(2).filter { $0 != 0 }[...] : body
    text = String(String.UnicodeScalarView(characters.prefix(4_096).map { Unicode.Scalar($0) }))
  }

  func begins(_ signature: String) -> Bool { bytes.starts(with: Array(signature.utf8)) }

  /// The first character that is no white space.
  var firstMark: Character? { text.first { !$0.isWhitespace } }

  /// The name of the first element, prefix left out, where the file begins with a tag; in lower case.
  var rootElement: String? {
    var rest = Substring(text).drop { $0.isWhitespace }
    while rest.hasPrefix("<") {
      rest = rest.dropFirst()
      if rest.hasPrefix("!--") {
        guard let end = rest.firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...].drop { $0.isWhitespace }
      } else if rest.hasPrefix("?") || rest.hasPrefix("!") {
        let isHTML = rest.prefix(40).lowercased().hasPrefix("!doctype html")
        if isHTML { return "html" }
        // A document type may hold declarations of its own in brackets.
        let head = rest.prefix { $0 != ">" }
        if head.contains("["), let end = rest.firstRange(of: "]") { rest = rest[end.upperBound...] }
        guard let end = rest.firstIndex(of: ">") else { return nil }
        rest = rest[rest.index(after: end)...].drop { $0.isWhitespace }
      } else {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" || $0 == "_" || $0 == "." }
        return name.isEmpty ? nil : name.split(separator: ":").last.map { $0.lowercased() }
      }
    }
    return nil
  }

  private static let archives: [[UInt8]] = [
    [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x1F, 0x8B], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0],
    [0x28, 0xB5, 0x2F, 0xFD], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Array("Rar!".utf8), [0x5D, 0, 0, 0x80, 0],
  ]

  /// Whether it is to be unpacked: an archive or a compressed file that is no document of its own.
  var isArchive: Bool {
    if isZip, WordFile.recognises(self) || OpenDocumentFile.recognises(self) || EPUBFile.recognises(self) || isOffice {
      return false
    }
    let isTar = bytes.count > 262 && bytes[257..<262].elementsEqual(Array("ustar".utf8))
    return isTar || Self.archives.contains { bytes.starts(with: $0) }
  }

  /// A workbook or a presentation.
  private var isOffice: Bool { contains("[Content_Types].xml") || contains("mimetypeapplication/vnd.oasis") }

  /// Whether it is bytes of some kind that nobody would call a text.
  var isUnknownBinary: Bool {
    if ["txt", "text", "md", "html", "htm", "json", "jsonl", "csv", "tsv", "pdf"].contains(ending) { return false }
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]), !begins("%PDF"), !isZip else {
      return false
    }
    let start = bytes.prefix(4_096)
    return start.count { $0 < 0x09 } * 20 > start.count
  }

  /// Whether the file is XML of some kind, not prose that begins with a bracket.
  var looksLikeXML: Bool {
    guard let root = rootElement else { return false }
    return text.contains("<?xml") || ending == "xml" || text.lowercased().contains("</\(root)")
      || text.contains("xmlns")
  }

  /// Names of the first members of a zip archive.
  var isZip: Bool { bytes.starts(with: [0x50, 0x4B, 3, 4]) }

  /// A search byte by byte: the standard library's takes milliseconds for what is asked of every file.
  func contains(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first, bytes.count >= word.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      (0...(bytes.count - word.count)).contains { start in
        bytes[start] == first && word.indices.allSatisfy { bytes[start + $0] == word[$0] }
      }
    }
  }
}
