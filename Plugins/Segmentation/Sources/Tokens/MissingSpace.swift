/// Finds the full stop that ends a sentence without a space behind it: "I would not annoy them.They were friendly".
///
/// ICU takes that for one word, as it must for "example.com". Here a full stop parts two words if two lower-case letters
/// stand before it and a capital with a lower-case letter behind it.
enum MissingSpace {
  /// The offset of that full stop in the word at `start..<end`; nil if there is none.
  static func fullStop(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard end - start >= 5, !isAddress(bytes, start, end) else { return nil }
    for offset in (start + 2)..<(end - 2) where bytes[offset] == UInt8(ascii: ".") {
      let isEnd = isLower(bytes[offset - 1]) && isLower(bytes[offset - 2])
      return isEnd && bytes[offset + 1] &- UInt8(ascii: "A") < 26 && isLower(bytes[offset + 2]) ? offset : nil
    }
    return nil
  }

  /// Whether the word is the first half of a mail address, or ends as files and hosts do: “Report.Final.pdf”.
  private static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if end < bytes.count, bytes[end] == UInt8(ascii: "@") { return true }
    var offset = end
    while offset > start, end - offset < 5, isLower(bytes[offset - 1]) { offset -= 1 }
    return offset > start && offset < end && bytes[offset - 1] == UInt8(ascii: ".")
  }

  private static func isLower(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }
}
