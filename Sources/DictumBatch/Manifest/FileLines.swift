import DictumKit
import DictumSystem
import Glibc

/// The whole lines of a file from some place on, read in blocks; what follows the last line feed is no line.
struct FileLines {
  private let descriptor: Int32
  private var offset: Int
  private var block: [UInt8]
  private var position = 0
  private var filled = 0

  init(_ descriptor: Int32, from offset: Int = 0, block: Int = 1 << 18) {
    self.descriptor = descriptor
    self.offset = offset
    self.block = [UInt8](repeating: 0, count: block)
  }

  /// The next line without its line feed; nil after the last one. Valid until the next call.
  ///
  /// - Throws: `fileUnreadable`.
  mutating func next() throws(DictumError) -> ArraySlice<UInt8>? {
    var searched = position
    while true {
      if let end = block[searched..<filled].firstIndex(of: UInt8(ascii: "\n")) {
        let line = block[position..<end]
        position = end + 1
        return line
      }
      searched = filled - position
      try fill()
      guard filled > searched else { return nil }
    }
  }

  /// Reads more behind what is there, which moves to the front.
  private mutating func fill() throws(DictumError) {
    if position > 0 {
      block.replaceSubrange(0..<(filled - position), with: block[position..<filled])
      filled -= position
      position = 0
    }
    if filled == block.count { block += [UInt8](repeating: 0, count: block.count) }
    while true {
      let count = block.withUnsafeMutableBytes { [filled] raw in
        pread(descriptor, raw.baseAddress.map { $0 + filled }, raw.count - filled, off_t(offset))
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw DictumError(.fileUnreadable, "cannot read the manifest: \(systemMessage())") }
      filled += count
      offset += count
      return
    }
  }
}
