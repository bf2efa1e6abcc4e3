import DictumReading

/// A zip file around one part: bytes that are changed inside a zip file as such would only ever break its checksum.
struct ZippedParts {
  private let before: [(name: String, bytes: [UInt8])]
  private let part: String

  /// Nil for a format that is no zip file.
  init?(_ format: any ArticleFormat.Type) {
    switch format.name {
    case "DOCX": (before, part) = ([], "word/document.xml")
    case "ODT":
      (before, part) = ([("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))], "content.xml")
    case "EPUB":
      let container = #"<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>"#
      let package = """
        <package><metadata/><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>
        """
      before = [("META-INF/container.xml", Array(container.utf8)), ("c.opf", Array(package.utf8))]
      part = "a.xhtml"
    default: return nil
    }
  }

  /// The file with these bytes as its main part, stored and not compressed.
  func file(of bytes: [UInt8]) -> [UInt8] {
    var (file, directory): ([UInt8], [UInt8]) = ([], [])
    let parts = before + [(part, bytes)]
    for (name, bytes) in parts {
      let common: [UInt8] =
        number(20, 2) + number(0, 8) + number(Self.checksum(bytes), 4) + number(bytes.count, 4)
        + number(bytes.count, 4) + number(name.utf8.count, 2) + number(0, 2)
      directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 10) + number(file.count, 4) + name.utf8
      file += number(0x0403_4B50, 4) + common + name.utf8 + bytes
    }
    let end: [UInt8] =
      number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
      + number(directory.count, 4) + number(file.count, 4) + number(0, 2)
    return file + directory + end
  }

  private func number(_ value: some BinaryInteger, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: Int(value) >> ($0 * 8)) }
  }

  /// CRC-32 as zip files have it (ISO 3309).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
