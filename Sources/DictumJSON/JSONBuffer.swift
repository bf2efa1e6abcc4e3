/// JSON text under construction, as UTF-8 bytes.
///
/// It writes what Dictum's reports need, in order and without an intermediate tree: a report is written for every
/// article of a batch, and the text it carries is most of its bytes.
///
/// A copy shares its memory with the original, so only one of the two may be written to; in return, nothing asks at
/// every byte whether there is a copy.
package struct JSONBuffer {
  private var text: ByteBuffer
  private var needsComma = false

  package init(capacity: Int = 0) { text = ByteBuffer(capacity: max(capacity, 512)) }

  /// What has been written.
  package var bytes: [UInt8] { text.bytes }

  package mutating func openObject() { open(UInt8(ascii: "{")) }
  package mutating func closeObject() { close(UInt8(ascii: "}")) }
  package mutating func openArray() { open(UInt8(ascii: "[")) }
  package mutating func closeArray() { close(UInt8(ascii: "]")) }

  /// White space, which belongs to the next value: call it before the comma is due.
  package mutating func layout(_ space: StaticString) {
    if needsComma {
      text.append(UInt8(ascii: ","))
      needsComma = false
    }
    append(space)
  }

  /// White space before a closing bracket.
  package mutating func layoutBeforeClose(_ text: StaticString) { append(text) }

  package mutating func key(_ name: StaticString) {
    separate()
    text.append(UInt8(ascii: "\""))
    append(name)
    append("\":")
    needsComma = false
  }

  package mutating func key(_ name: String) {
    string(name)
    text.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func null() { literal("null") }
  package mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  package mutating func integer(_ value: Int) {
    separate()
    appendDigits(value)
  }

  /// At most four decimals, so that reports do not depend on how a machine prints a double.
  package mutating func number(_ value: Double) {
    separate()
    guard value.isFinite, value.magnitude < 1e12 else { return append("null") }
    let scaled = Int((value * 10_000).rounded())
    if scaled < 0 { text.append(UInt8(ascii: "-")) }
    appendDigits(Int(scaled.magnitude) / 10_000)
    var fraction = Int(scaled.magnitude) % 10_000
    if fraction == 0 { return }
    text.append(UInt8(ascii: "."))
    var unit = 1_000
    while fraction > 0 {
      text.append(UInt8(ascii: "0") + UInt8(fraction / unit))
      fraction %= unit
      unit /= 10
    }
  }

  package mutating func string(_ value: String) {
    var value = value
    value.withUTF8 { string($0) }
  }

  /// Valid UTF-8 as a JSON string.
  package mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
    separate()
    text.append(UInt8(ascii: "\""))
    var start = 0
    for index in utf8.indices {
      let byte = utf8[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      text.append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
      escape(byte)
      start = index + 1
    }
    text.append(UnsafeBufferPointer(rebasing: utf8[start...]))
    text.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    default:
      append("\\u00")
      for digit in [byte >> 4, byte & 15] {
        text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    append(text)
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    text.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    text.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func append(_ characters: StaticString) {
    text.append(UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount))
  }

  private mutating func appendDigits(_ value: Int) {
    if value < 0 { text.append(UInt8(ascii: "-")) }
    var unit = 1
    var magnitude = value.magnitude
    while magnitude / 10 >= UInt(unit) { unit *= 10 }
    while unit > 0 {
      text.append(UInt8(ascii: "0") + UInt8(magnitude / UInt(unit)))
      magnitude %= UInt(unit)
      unit /= 10
    }
  }
}
