/// Faces made of marks: “:)”, “;-(”, “:-D”, “=)”.
enum Emoticon {
  /// The end of the face whose eyes are at `start`; nil if there is none.
  static func end(_ bytes: UnsafeBufferPointer<UInt8>, eyes start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: ":") || bytes[start] == UInt8(ascii: ";") || bytes[start] == UInt8(ascii: "=")
    else { return nil }
    var offset = start + 1
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: ")"), UInt8(ascii: "("): break
    // A letter is a mouth only where a face can be expected.
    case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "p"), UInt8(ascii: "/"):
      guard start == 0 || bytes[start - 1] <= 0x20 else { return nil }
    default: return nil
    }
    let end = offset + 1
    // “as follows:(a)” goes on.
    return end == bytes.count || bytes[end] <= 0x20 || bytes[end] == bytes[offset] ? end : nil
  }
}
