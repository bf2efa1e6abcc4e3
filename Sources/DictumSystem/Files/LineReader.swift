public import DictumKit
import Glibc

/// What one look at an input brought.
public enum Arrival<Input: Sendable>: Sendable {
  case input(Input)
  /// Nothing whole yet; more may come.
  case nothingYet
  case end
}

/// A line of an input, or why it cannot be had.
public struct InputLine: Sendable {
  /// Counted from 1.
  public let number: Int
  /// Without its line feed; `textTooLong` for a line over the limit, which is passed over.
  public let content: Result<[UInt8], DictumError>

  /// A line that was read elsewhere.
  package init(number: Int, content: Result<[UInt8], DictumError>) {
    self.number = number
    self.content = content
  }
}

/// Reads a file descriptor line by line, holding no more than one line and one block.
public struct LineReader {
  private let descriptor: Int32
  private let limit: Int
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var filled = 0
  /// What has arrived of a line whose end has not, and how long it is with what was dropped of it.
  private var line: [UInt8] = []
  private var length = 0
  private var sawAny = false
  private var number = 0

  /// Reads lines of at most `limit` bytes from an open descriptor, which stays the caller's.
  public init(descriptor: Int32, limit: Int = SourceText.maximumByteCount) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line; nil at the end. Waits for it.
  ///
  /// - Throws: `fileUnreadable`.
  public mutating func next() throws(DictumError) -> InputLine? {
    while true {
      switch try look() {
      case .input(let line): return line
      case .nothingYet: waitFor(descriptor, POLLIN)
      case .end: return nil
      }
    }
  }

  /// The next line if it is there; never waits.
  ///
  /// - Throws: `fileUnreadable`.
  public mutating func look() throws(DictumError) -> Arrival<InputLine> {
    guard position == filled else { return take() }
    position = 0
    filled = 0
    guard isReadable else { return .nothingYet }
    let count = Glibc.read(descriptor, &block, block.count)
    if count < 0 {
      if errno == EINTR || errno == EAGAIN { return .nothingYet }
      throw DictumError(.fileUnreadable, "cannot read the input: \(systemMessage())")
    }
    if count == 0 { return sawAny ? .input(finishedLine()) : .end }
    filled = count
    return take()
  }

  /// As many bytes as stand behind the line that was read last; nil where the input ends before. Waits for them.
  ///
  /// - Throws: `fileUnreadable`.
  public mutating func bytes(_ count: Int) throws(DictumError) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      let part = block[position..<min(filled, position + count - bytes.count)]
      bytes.append(contentsOf: part)
      position += part.count
      guard bytes.count < count else { return bytes }
      waitFor(descriptor, POLLIN)
      let arrived = Glibc.read(descriptor, &block, block.count)
      if arrived == 0 { return nil }
      guard arrived > 0 || errno == EINTR || errno == EAGAIN else {
        throw DictumError(.fileUnreadable, "cannot read the input: \(systemMessage())")
      }
      (position, filled) = (0, max(0, arrived))
    }
  }

  private var isReadable: Bool {
    var events = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // What poll cannot tell, read will.
    return poll(&events, 1, 0) != 0
  }

  private mutating func take() -> Arrival<InputLine> {
    sawAny = true
    let end = block[position..<filled].firstIndex(of: UInt8(ascii: "\n"))
    let part = block[position..<(end ?? filled)]
    length += part.count
    if length <= limit { line.append(contentsOf: part) } else { line = [] }
    position = end.map { $0 + 1 } ?? filled
    return end == nil ? .nothingYet : .input(finishedLine())
  }

  private mutating func finishedLine() -> InputLine {
    number += 1
    defer {
      line = []
      length = 0
      sawAny = false
    }
    guard length <= limit else {
      let error = DictumError(.textTooLong, "\(length) bytes in one line; the limit is \(limit)")
      return InputLine(number: number, content: .failure(error))
    }
    return InputLine(number: number, content: .success(line))
  }
}

/// Waits until a descriptor can be read or written, as it must where somebody has made it nonblocking.
package func waitFor(_ descriptor: Int32, _ event: Int32) {
  var events = pollfd(fd: descriptor, events: Int16(event), revents: 0)
  poll(&events, 1, -1)
}
