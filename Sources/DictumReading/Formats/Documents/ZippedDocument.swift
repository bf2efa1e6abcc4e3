import DictumKit

/// The parts of a document that is a zip archive: DOCX, ODT, EPUB.
struct ZippedDocument {
  private var parts: [String: [UInt8]] = [:]

  /// Reads the parts that are XML or HTML.
  ///
  /// - Throws: `damagedFile`.
  init(_ bytes: [UInt8], _ format: String, _ reading: Reading) throws(DictumError) {
    do throws(DictumError) {
      let input = try ArchiveInput(bytes: bytes, name: reading.key)
      while let member = try input.next() {
        let isText = [".xml", ".rels", ".opf", ".xhtml", ".html", ".htm"].contains {
          member.name.lowercased().hasSuffix($0)
        }
        if isText { parts[member.name] = try input.bytes(limit: 200_000_000, member: member.name) }
      }
    } catch {
      throw reading.damaged(format, error.diagnostics.first?.message ?? "")
    }
  }

  subscript(name: String) -> [UInt8]? { parts[name] }

  /// A part that a sound file has.
  ///
  /// - Throws: `damagedFile`.
  func needed(_ name: String, _ format: String, _ reading: Reading) throws(DictumError) -> [UInt8] {
    guard let part = parts[name] else { throw reading.damaged(format, "its part `\(name)` is missing") }
    return part
  }
}
