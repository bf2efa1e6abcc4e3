/// The immutable, valid UTF-8 text of a document.
public struct SourceText: Sendable, Equatable {
  /// Spans count in 32 bits, so a text stays below 2 GiB.
  public static let maximumByteCount = Int(Int32.max) - 64

  /// The most bytes of an article unless somebody allows more: `--limit`.
  public static let usualLimit = 50_000_000

  /// The text's UTF-8 bytes.
  public let bytes: [UInt8]

  /// Whether every byte is below 0x80, so that all offset units agree.
  public let isASCII: Bool

  /// Checks bytes that came from outside.
  ///
  /// - Throws: `notUTF8` naming the first byte (its offset from 0) that does not belong, `textTooLong`.
  public init(validating bytes: [UInt8]) throws(DictumError) {
    guard bytes.count <= Self.maximumByteCount else {
      throw DictumError(.textTooLong, "the text has \(bytes.count) bytes; the limit is \(Self.maximumByteCount)")
    }
    let check: Result<Bool, UTF8.ValidationError> = bytes.withUnsafeBufferPointer { buffer in
      do throws(UTF8.ValidationError) {
        return .success(try UTF8Span(validating: buffer.span).isKnownASCII)
      } catch {
        return .failure(error)
      }
    }
    switch check {
    case .success(let ascii):
      self.isASCII = ascii
      self.bytes = bytes
    case .failure(let error):
      let offset = error.byteOffsets.lowerBound
      let value = String(bytes[offset], radix: 16, uppercase: true)
      throw DictumError(.notUTF8, "not UTF-8: byte 0x\(value) at offset \(offset) (counted from 0) does not belong")
    }
  }

  /// Takes a string's text; a Swift string is always valid.
  public init(_ string: String) {
    bytes = Array(string.utf8)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// The number of UTF-8 bytes.
  public var count: Int { bytes.count }

  /// A span over the whole text.
  public var span: TextSpan { TextSpan(start: 0, end: bytes.count) }

  /// The text that a span covers; offsets past the end are cut off.
  public subscript(span: TextSpan) -> String {
    let range = span.range.clamped(to: 0..<bytes.count)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether `offset` (UTF-8) is the start of a scalar or the end of the text.
  public func isScalarBoundary(_ offset: Int) -> Bool {
    if offset == bytes.count { return true }
    guard offset >= 0, offset < bytes.count else { return false }
    return bytes[offset] & 0xC0 != 0x80
  }
}
