package import DictumKit

/// The bytes of a file or a member, a line or so many at a time; no more than a block of them is held.
package struct MemberBytes {
  private let input: ArchiveInput
  private var block: [UInt8]
  private var position = 0
  private var filled: Int
  private(set) var isOver = false

  /// - Parameter start: what was read of it already.
  init(_ input: ArchiveInput, start: [UInt8] = []) {
    self.input = input
    block = start
    filled = start.count
  }

  /// How many bytes of the file itself have been read.
  var consumed: Int { input.position }

  /// Nothing more is read.
  mutating func end() { isOver = true }

  /// The next line without its line feed; nil at the end. Of a line over the limit there is no more than its length.
  ///
  /// - Throws: `damagedArchive`, after which nothing follows.
  mutating func line(limit: Int) throws(DictumError) -> (bytes: [UInt8], length: Int)? {
    var line: [UInt8] = []
    var length = 0
    var sawAny = false
    while try fill() {
      sawAny = true
      let end = block[position..<filled].firstIndex(of: UInt8(ascii: "\n"))
      let part = block[position..<(end ?? filled)]
      length += part.count
      if length <= limit { line.append(contentsOf: part) } else { line = [] }
      position = end.map { $0 + 1 } ?? filled
      if end != nil { break }
    }
    return sawAny ? (line, length) : nil
  }

  /// So many bytes; nil where there are fewer. Those that are not kept are passed over.
  ///
  /// - Throws: as `line(limit:)`.
  mutating func take(_ count: Int, keeps: Bool) throws(DictumError) -> [UInt8]? {
    var bytes: [UInt8] = []
    var left = count
    while left > 0 {
      guard try fill() else { return nil }
      let part = block[position..<min(filled, position + left)]
      if keeps { bytes += part }
      position += part.count
      left -= part.count
    }
    return bytes
  }

  /// Whether there are bytes left in the block, reading on where there are none.
  private mutating func fill() throws(DictumError) -> Bool {
    guard position == filled else { return true }
    guard !isOver else { return false }
    if block.count != FileStart.length { block = [UInt8](repeating: 0, count: FileStart.length) }
    (position, filled) = (0, 0)
    do throws(DictumError) {
      filled = try input.read(into: &block)
    } catch {
      isOver = true
      throw error
    }
    if filled == 0 { isOver = true }
    return filled > 0
  }
}
