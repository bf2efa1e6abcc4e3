/// What lies between two neighbouring tokens.
enum GapSpace: UInt8 {
  case none
  case space
  /// Two spaces or more, or a tab.
  case wide
  /// One line break, which may be a wrapped line's or a heading's.
  case line
  /// At least one blank line.
  case blank

  /// Judges the bytes at `start..<end`, all of them white space.
  @inline(__always)
  static func between(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> GapSpace {
    if start == end { return .none }
    if end - start == 1 && bytes[start] == 0x20 { return .space }
    return judge(start, end, bytes)
  }

  @inline(never)
  private static func judge(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> GapSpace {
    var lines = 0
    var offset = start
    while offset < end {
      switch bytes[offset] {
      case 0x0A, 0x0B: lines += 1
      case 0x0C: lines += 2
      case 0x0D:
        if offset + 1 == end || bytes[offset + 1] != 0x0A { lines += 1 }
      case 0xC2 where bytes[offset + 1] == 0x85: lines += 1
      case 0xE2 where bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0xA8: lines += 1
      case 0xE2 where bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0xA9: lines += 2
      default: break
      }
      offset += 1
    }
    switch lines {
    case 0: return end - start == 1 ? .space : .wide
    case 1: return .line
    default: return .blank
    }
  }
}
