package import DictumKit

/// Files of formats that are known and not read: they are passed over with their name, never analysed as prose.
package enum ForeignFile: ArticleFormat {
  package static let name = "other"

  private static let signatures: [(String, [UInt8])] = [
    ("a PNG picture", [0x89, 0x50, 0x4E, 0x47]), ("a JPEG picture", [0xFF, 0xD8, 0xFF]),
    ("a GIF picture", Array("GIF8".utf8)),
    ("a WebP or sound file", Array("RIFF".utf8)), ("a TIFF picture", [0x49, 0x49, 0x2A, 0]),
    ("a TIFF picture", [0x4D, 0x4D, 0, 0x2A]),
    ("an MP3 sound file", Array("ID3".utf8)), ("an Ogg file", Array("OggS".utf8)),
    ("a program", [0x7F, 0x45, 0x4C, 0x46]),
    ("a Word, Excel or PowerPoint file of before 2007", [0xD0, 0xCF, 0x11, 0xE0]),
    ("an SQLite database", Array("SQLite format 3".utf8)),
    ("a font", Array("wOF".utf8)), ("an icon", [0, 0, 1, 0]), ("a PostScript file", Array("%!PS".utf8)),
    ("an Excel, PowerPoint or other zipped file", [0x50, 0x4B, 3, 4]), ("a Parquet file", Array("PAR1".utf8)),
  ]
  private static let endings: [String: String] = [
    "css": "a style sheet", "js": "a script", "mjs": "a script", "py": "a program's source", "sh": "a script",
    "svg": "a drawing",
    "yaml": "a settings file", "yml": "a settings file", "toml": "a settings file", "ini": "a settings file",
    "log": "a log",
    "swift": "a program's source", "c": "a program's source", "h": "a program's source", "xsd": "a schema",
    "xsl": "a style sheet",
    "xslt": "a style sheet", "dtd": "a schema", "lock": "a lock file", "sql": "a database's dump",
    "map": "a source map",
  ]

  package static func recognises(_ start: FileStart) -> Bool { reason(start) != nil }

  package static func articles(in bytes: [UInt8], _ reading: Reading) throws(DictumError) -> [FoundArticle] {
    throw refusal(FileStart(bytes, name: reading.key), reading.key)
  }

  /// Why a file is passed over.
  static func refusal(_ start: FileStart, _ name: String) -> DictumError {
    DictumError(.unreadFormat, "\(name): \(reason(start) ?? "neither text nor of a format that is known")")
  }

  private static func reason(_ start: FileStart) -> String? {
    if let known = signatures.first(where: { start.bytes.starts(with: $0.1) }) { return known.0 }
    if start.bytes.count > 11, start.bytes[4..<8].elementsEqual(Array("ftyp".utf8)) { return "a film or sound file" }
    if let known = endings[start.ending] { return known }
    if start.looksLikeXML, let root = start.rootElement {
      return "XML of an unknown kind, with the root element `\(root)`"
    }
    return nil
  }
}
