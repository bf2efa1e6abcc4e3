import DictumKit
import DictumRuntime

/// Text of unsure bytes: a byte that does not belong is repaired and said, rather than a text lost or garbled.
struct TextRepair {
  private(set) var text: [UInt8]
  private(set) var diagnostics: [Diagnostic] = []

  /// Decodes bytes.
  ///
  /// - Parameter declared: the encoding that the text itself names.
  /// - Throws: `binaryFile`, `notUTF8`, `unknownEncoding`, `textTooLong`.
  init(_ bytes: [UInt8], encoding: TextEncoding, declared: String? = nil, key: String) throws(DictumError) {
    text = []
    text = try decoded(bytes, encoding, declared)
    let controls = text.count { Self.isControl($0) }
    guard controls > 0 else { return }
    guard controls * 50 <= text.count || controls <= 2 else {
      throw DictumError(.binaryFile, "\(key): a binary file: it holds control characters by the dozen")
    }
    text.removeAll { Self.isControl($0) }
    note("\(controls) control character\(controls == 1 ? "" : "s") dropped")
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 && byte != 0x0C || byte == 0x7F
  }

  private mutating func note(_ message: String) {
    diagnostics.append(Diagnostic(.repairedText, message, severity: .warning))
  }

  private mutating func decoded(
    _ bytes: [UInt8],
    _ encoding: TextEncoding,
    _ declared: String?
  ) throws(DictumError) -> [UInt8] {
    if let wide = Self.wide(bytes) { return try TextEncoding.named(wide).decode(bytes).bytes }
    guard encoding == .detect else { return try encoding.decode(bytes).bytes }
    if let text = try? TextEncoding.utf8.decode(bytes) { return text.bytes }
    if let repaired = repaired(bytes, declared?.lowercased() == "utf-8") { return repaired }
    if let declared, declared.lowercased() != "utf-8", let text = try? TextEncoding(option: declared).decode(bytes) {
      return text.bytes
    }
    return try encoding.decode(bytes).bytes
  }

  /// UTF-16 and UTF-32 by their mark, or by the NULs that ASCII has in UTF-16.
  private static func wide(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return "utf-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "utf-16" }
    let start = bytes.prefix(1_024)
    guard start.count >= 4 else { return nil }
    let even = start.indices.count { $0 % 2 == 0 && start[$0] == 0 }
    let odd = start.indices.count { $0 % 2 == 1 && start[$0] == 0 }
    if odd * 10 > start.count * 3, even * 50 < start.count { return "utf-16le" }
    if even * 10 > start.count * 3, odd * 50 < start.count { return "utf-16be" }
    return nil
  }

  /// UTF-8 with a few bytes that are not: those are read as windows-1252. Nil where bytes that belong are not the rule.
  private mutating func repaired(_ bytes: [UInt8], _ isDeclared: Bool) -> [UInt8]? {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    var (bad, good) = (0, 0)
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        output.append(bytes[index])
        index += 1
        continue
      }
      let length = Self.sequence(bytes, index)
      if length > 0 {
        output += bytes[index..<(index + length)]
        good += 1
        index += length
      } else {
        guard let text = try? TextEncoding.named("windows-1252").decode([bytes[index]]) else { return nil }
        output += text.bytes
        bad += 1
        index += 1
      }
    }
    guard bad * 2 <= good || bad == 1 && good > 0 || isDeclared && bad * 500 <= bytes.count else { return nil }
    note("\(bad) byte\(bad == 1 ? "" : "s") that \(bad == 1 ? "is" : "are") not UTF-8 read as windows-1252")
    return output
  }

  /// The length of the UTF-8 sequence of two bytes or more at a place; 0 where there is none.
  private static func sequence(_ bytes: [UInt8], _ index: Int) -> Int {
    let length = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
    guard bytes[index] >= 0xC2, bytes[index] <= 0xF4, index + length <= bytes.count else { return 0 }
    let part = Array(bytes[index..<(index + length)])
    return (try? SourceText(validating: part)) == nil ? 0 : length
  }
}
