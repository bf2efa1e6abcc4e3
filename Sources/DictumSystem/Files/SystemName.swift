import DictumHash

/// Names of files as the system has them: bytes, which need not be UTF-8.
///
/// Paths are strings here. A byte that belongs to no UTF-8 sequence is kept as one of 128 private characters, and so are
/// the bytes of those characters themselves, so that every name has a string of its own and the string gives it back.
package enum SystemName {
  /// Stands for the byte 0x80; the others follow.
  private static let first: UInt32 = 0xEF80

  /// A name that the system gave.
  package static func string(_ name: UnsafePointer<CChar>) -> String {
    let bytes = UnsafeRawBufferPointer(start: name, count: length(name))
    if let string = String(validating: bytes, as: UTF8.self), !string.unicodeScalars.contains(where: isPrivate) {
      return string
    }
    var string = String.UnicodeScalarView()
    var rest = bytes[...]
    while let byte = rest.first {
      let (scalar, width) = decoded(rest)
      if let scalar, !isPrivate(scalar) {
        string.append(scalar)
        rest = rest.dropFirst(width)
      } else {
        string.append(Unicode.Scalar(first + UInt32(byte) - 0x80) ?? "\u{FFFD}")
        rest = rest.dropFirst()
      }
    }
    return String(string)
  }

  /// Hands a path on as the system has it.
  package static func withPath<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard path.unicodeScalars.contains(where: isPrivate) else { return path.withCString(body) }
    var bytes: [CChar] = []
    for scalar in path.unicodeScalars {
      if isPrivate(scalar) {
        bytes.append(CChar(bitPattern: UInt8(scalar.value - first + 0x80)))
      } else {
        bytes += UTF8.encode(scalar).map { $0.map { CChar(bitPattern: $0) } } ?? []
      }
    }
    return body(bytes + [0])
  }

  /// The path for readers, in which no private character stands: `caf%E9.txt~` and a hash, which keeps it apart from a
  /// file of that name.
  package static func shown(_ path: String) -> String {
    guard path.unicodeScalars.contains(where: isPrivate) else { return path }
    var shown = ""
    for scalar in path.unicodeScalars {
      if isPrivate(scalar) {
        shown += "%" + String(scalar.value - first + 0x80, radix: 16, uppercase: true)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown + "~" + hash(path)
  }

  private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool { (first..<(first + 0x80)).contains(scalar.value) }

  /// Eight hexadecimal digits that tell paths apart.
  package static func hash(_ path: String) -> String {
    var hash = StableHash()
    hash.combine(path)
    return String(hash.hexadecimal.prefix(8))
  }

  private static func length(_ name: UnsafePointer<CChar>) -> Int {
    var length = 0
    while name[length] != 0 { length += 1 }
    return length
  }

  /// The first character, if the bytes begin with one, and its width.
  private static func decoded(_ bytes: Slice<UnsafeRawBufferPointer>) -> (Unicode.Scalar?, Int) {
    var decoder = UTF8()
    var iterator = bytes.prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (nil, 1) }
    return (scalar, UTF8.width(scalar))
  }
}
