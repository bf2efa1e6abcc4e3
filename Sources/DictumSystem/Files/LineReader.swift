public import DictumKit
import Glibc

/// Reads a file descriptor line by line, holding no more than one line and one block.
public struct LineReader {
  private let descriptor: Int32
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var filled = 0

  /// Reads from an open descriptor, which stays the caller's.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its line feed; nil at the end.
  ///
  /// - Throws: `fileUnreadable`, or `textTooLong` when a line is over the limit of a text.
  public mutating func next() throws(DictumError) -> [UInt8]? {
    var line: [UInt8] = []
    var sawAny = false
    while true {
      if position == filled {
        position = 0
        filled = Glibc.read(descriptor, &block, block.count)
        if filled < 0 && errno == EINTR {
          filled = 0
          continue
        }
        guard filled >= 0 else {
          filled = 0
          throw DictumError(.fileUnreadable, "cannot read the input: \(systemMessage())")
        }
        if filled == 0 { return sawAny ? line : nil }
      }
      sawAny = true
      let rest = block[position..<filled]
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line.append(contentsOf: block[position..<end])
        position = end + 1
        return line
      }
      line.append(contentsOf: rest)
      position = filled
      guard line.count <= SourceText.maximumByteCount else {
        throw DictumError(.textTooLong, "an input line is longer than \(SourceText.maximumByteCount) bytes")
      }
    }
  }
}
