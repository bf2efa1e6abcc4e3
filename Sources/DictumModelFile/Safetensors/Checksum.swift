import CCrypto
package import DictumKit

/// SHA-256 (FIPS 180-4) of model files.
package enum Checksum {
  /// The digest in lower-case hexadecimal digits.
  ///
  /// 23 MB take about 15 ms with the CPU's SHA instructions, so a file with a known digest is verified at every open.
  package static func sha256(_ bytes: UnsafeRawBufferPointer) throws(DictumError) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    let one = [UInt8](repeating: 0, count: 1)
    let status = one.withUnsafeBytes { none in
      bytes.baseAddress.map { crypto_sha256($0, bytes.count, &digest) }
        ?? none.baseAddress.map { crypto_sha256($0, 0, &digest) }
    }
    guard status == 1 else { throw DictumError(.modelUnreadable, "SHA-256 is not available in libcrypto") }
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The digest that a list in the format of `sha256sum` gives for a file, in lower case; nil when it is not listed.
  package static func digest(of fileName: String, in list: String) -> String? {
    for line in list.split(whereSeparator: \.isNewline) {
      let parts = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      guard parts.count == 2 else { continue }
      let name = parts[1].drop { $0 == " " || $0 == "*" }
      if name == fileName { return parts[0].lowercased() }
    }
    return nil
  }
}
