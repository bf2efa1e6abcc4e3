/// The units in which a report may count offsets.
public enum OffsetUnit: String, Sendable, CaseIterable {
  /// Bytes of UTF-8.
  case utf8 = "utf-8"
  /// Code units of UTF-16: what Java and JavaScript count.
  case utf16 = "utf-16"
  /// Unicode scalar values: what Python counts.
  case unicodeScalar = "unicode-scalar"
}

/// Converts UTF-8 offsets of one text to another unit and back.
///
/// Built once, O(n), with one entry for every 64 bytes; a conversion then counts inside one such block.
/// ASCII text needs no table.
public struct OffsetMap: Sendable {
  private static let block = 64

  /// The unit that offsets are converted to.
  public let unit: OffsetUnit
  private let bytes: [UInt8]
  private let isIdentity: Bool
  /// Units before byte `64 i`.
  private var starts: [Int32] = []

  /// Prepares the conversion for one text.
  public init(_ text: SourceText, unit: OffsetUnit) {
    self.unit = unit
    bytes = text.bytes
    isIdentity = text.isASCII || unit == .utf8
    guard !isIdentity else { return }
    starts.reserveCapacity(bytes.count / Self.block + 2)
    var units: Int32 = 0
    bytes.withUnsafeBufferPointer { buffer in
      for (index, byte) in buffer.enumerated() {
        if index % Self.block == 0 { starts.append(units) }
        units += Self.width(byte, unit)
      }
    }
    starts.append(units)
  }

  /// How many units a byte begins: none for a continuation byte, two for a surrogate pair's first byte.
  private static func width(_ byte: UInt8, _ unit: OffsetUnit) -> Int32 {
    if byte & 0xC0 == 0x80 { return 0 }
    return unit == .utf16 && byte >= 0xF0 ? 2 : 1
  }

  /// The offset in `unit` of a UTF-8 offset; one inside a scalar counts as that scalar's end.
  public func offset(utf8 offset: Int) -> Int {
    if isIdentity { return offset }
    let target = min(offset, bytes.count)
    let start = target / Self.block
    var units = starts[start]
    for index in (start * Self.block)..<max(target, start * Self.block) {
      units += Self.width(bytes[index], unit)
    }
    return Int(units)
  }

  /// The UTF-8 offset of an offset in `unit`; nil outside the text or inside a scalar.
  public func utf8(offset: Int) -> Int? {
    guard offset >= 0 else { return nil }
    if isIdentity {
      let isBoundary = offset == bytes.count || (offset < bytes.count && bytes[offset] & 0xC0 != 0x80)
      return isBoundary ? offset : nil
    }
    guard offset <= Int(starts[starts.count - 1]) else { return nil }
    let wanted = Int32(offset)
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= wanted { low = middle } else { high = middle - 1 }
    }
    // The last entry is the total, which may lie inside its block; earlier equal entries start the scalar sooner.
    while low > 0 && starts[low - 1] == wanted { low -= 1 }
    var units = starts[low]
    var index = min(low * Self.block, bytes.count)
    if low == starts.count - 1 { index = bytes.count }
    while index < bytes.count {
      let isStart = bytes[index] & 0xC0 != 0x80
      if isStart && units == wanted { return index }
      if units > wanted { return nil }
      units += Self.width(bytes[index], unit)
      index += 1
    }
    return units == wanted ? bytes.count : nil
  }
}
