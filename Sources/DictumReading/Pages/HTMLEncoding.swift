import DictumKit
import DictumRuntime

/// How a page is encoded: UTF-8 where its bytes are that, else what its first bytes declare, else what the batch says.
struct HTMLEncoding {
  let fallback: TextEncoding

  /// Decodes a page.
  ///
  /// - Throws: `notUTF8`, `unknownEncoding`, `textTooLong`.
  func decode(_ bytes: [UInt8]) throws(DictumError) -> [UInt8] {
    if let text = try? TextEncoding.utf8.decode(bytes) { return text.bytes }
    if let name = declared(bytes), let text = try? TextEncoding(option: name).decode(bytes) { return text.bytes }
    return try fallback.decode(bytes).bytes
  }

  /// The name after `charset=` or `encoding=` in the first 4096 bytes.
  private func declared(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4_096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for word in ["charset=", "encoding="] {
      let word = Array(word.utf8)
      var start = 0
      while start + word.count < head.count {
        if head[start...].starts(with: word) {
          let name = head[(start + word.count)...].drop { $0 == 0x22 || $0 == 0x27 }.prefix {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x3A
          }
          if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
        }
        start += 1
      }
    }
    return nil
  }
}
