import CICU
public import DictumKit

/// How to read the bytes of a text file.
public enum TextEncoding: Sendable, Equatable {
  /// UTF-8 and nothing else: a file in another encoding is an error, not a guess.
  case utf8
  /// What ICU's charset detector finds likeliest; UTF-8 whenever the bytes are valid UTF-8.
  case detect
  /// An encoding by a name that ICU knows.
  case named(String)

  /// The encoding of a command-line option.
  public init(option: String) {
    switch option.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "detect": self = .detect
    default: self = .named(option)
    }
  }

  /// Decodes a file's bytes; a byte order mark at the start is no part of the text.
  ///
  /// - Throws: `notUTF8`, `unknownEncoding`, `textTooLong`.
  public func decode(_ bytes: [UInt8]) throws(DictumError) -> SourceText {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    switch self {
    case .utf8:
      do {
        return try SourceText(validating: body)
      } catch {
        guard error.diagnostics.first?.code == .notUTF8, let guess = detected(bytes) else { throw error }
        var error = error
        error.diagnostics[0].notes.append("it may be \(guess): try `--encoding \(guess)`, or `--encoding detect`")
        throw error
      }
    case .detect:
      if let text = try? SourceText(validating: body) { return text }
      guard let name = detected(bytes) else {
        throw DictumError(.unknownEncoding, "the encoding could not be detected; name it with `--encoding`")
      }
      return try convert(bytes, from: name)
    case .named(let name):
      return try convert(bytes, from: name)
    }
  }

  private func detected(_ bytes: [UInt8]) -> String? {
    var status = U_ZERO_ERROR
    guard let detector = icu_ucsdet_open(&status) else { return nil }
    defer { icu_ucsdet_close(detector) }
    return bytes.prefix(1 << 16).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return nil }
        icu_ucsdet_setText(detector, start, Int32(characters.count), &status)
        guard let match = icu_ucsdet_detect(detector, &status), let name = icu_ucsdet_getName(match, &status) else {
          return nil
        }
        return String(cString: name).lowercased()
      }
    }
  }

  /// What a name means in practice: as in every browser, Latin-1 and ASCII are windows-1252, which has curly quotes
  /// where they have control characters (WHATWG Encoding Standard).
  private static func readAs(_ name: String) -> String {
    switch name.lowercased() {
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "cp1252":
      "windows-1252"
    default: name
    }
  }

  private func convert(_ bytes: [UInt8], from name: String) throws(DictumError) -> SourceText {
    guard bytes.count <= SourceText.maximumByteCount / 3 else {
      throw DictumError(.textTooLong, "\(bytes.count) bytes are too many to convert from \(name)")
    }
    let name = Self.readAs(name)
    var status = U_ZERO_ERROR
    var output = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
    let count = bytes.withUnsafeBytes { source in
      output.withUnsafeMutableBytes { target in
        icu_convert(
          "UTF-8",
          name,
          target.baseAddress,
          Int32(target.count),
          source.baseAddress,
          Int32(source.count),
          &status
        )
      }
    }
    guard status.rawValue <= U_ZERO_ERROR.rawValue else {
      throw DictumError(.unknownEncoding, "cannot convert from `\(name)`: \(String(cString: icu_errorName(status)))")
    }
    let body = output[..<Int(count)]
    return try SourceText(validating: Array(body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body))
  }
}
