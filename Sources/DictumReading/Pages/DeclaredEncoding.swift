import DictumKit

/// The encoding that a page or an XML document names.
enum DeclaredEncoding {
  /// The name after `charset=` or `encoding=` in the first 4096 bytes.
  static func name(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4_096).map(\.lowercasedASCII)
    for word in ["charset=", "encoding="] {
      let word = Array(word.utf8)
      var start = 0
      while start + word.count < head.count {
        if head[start...].starts(with: word) {
          let name = head[(start + word.count)...].drop { $0 == 0x22 || $0 == 0x27 }.prefix {
            $0.isASCIISmall || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x5F || $0 == 0x3A
          }
          if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
        }
        start += 1
      }
    }
    return nil
  }
}
