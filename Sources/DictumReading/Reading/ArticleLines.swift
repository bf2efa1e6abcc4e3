package import DictumKit

/// The lines of a JSON-lines file, compressed or not, holding no more than one line and one block.
package struct ArticleLines {
  private let input: ArchiveInput
  private let limit: Int
  /// After so many lines that are no objects, a file is no file of JSON lines.
  private static let patience = 1_000
  private let name: String
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var filled = 0
  package private(set) var number = 0
  private var ended = false

  /// How many lines were handed out, and how many of those before the last one were no objects.
  private(set) var handedOut = 0
  private var strange = 0
  var isOver: Bool { ended }

  /// The lines of a file, from its start.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable`, `damagedArchive`.
  package init(path: String, name: String, limit: Int) throws(DictumError) {
    let input = try ArchiveInput(path: path, name: name)
    self.init(input, start: [], name: name, limit: limit)
    ended = try input.next() == nil
  }

  /// The lines of a member that is open.
  ///
  /// - Parameter start: what was read of it already.
  init(_ input: ArchiveInput, start: [UInt8], name: String, limit: Int) {
    self.input = input
    self.name = name
    self.limit = limit
    if !start.isEmpty {
      block = start
      filled = start.count
    }
  }

  /// How many bytes of the file itself have been read.
  var consumed: Int { input.position }

  /// The next line that is not blank, or why it cannot be had; nil at the end. A line over the limit is passed over
  /// and reported; after damage nothing follows.
  package mutating func next() -> Result<[UInt8], DictumError>? {
    while !ended {
      number += 1
      do throws(DictumError) {
        guard let line = try line() else { return nil }
        guard let mark = line.first(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
        handedOut += 1
        strange = mark == UInt8(ascii: "{") || mark == 0xEF ? 0 : strange + 1
        guard strange < Self.patience else {
          ended = true
          throw DictumError(.malformedJSON, "\(name): \(strange) lines in a row are no objects; the rest is not read")
        }
        return .success(line)
      } catch {
        handedOut += 1
        return .failure(error)
      }
    }
    return nil
  }

  private mutating func line() throws(DictumError) -> [UInt8]? {
    var line: [UInt8] = []
    var length = 0
    var sawAny = false
    while true {
      if position == filled {
        if block.count != 1 << 16 { block = [UInt8](repeating: 0, count: 1 << 16) }
        position = 0
        filled = 0
        do throws(DictumError) {
          filled = try input.read(into: &block)
        } catch {
          ended = true
          throw error
        }
        if filled == 0 {
          ended = true
          if !sawAny { return nil }
          break
        }
      }
      sawAny = true
      let end = block[position..<filled].firstIndex(of: UInt8(ascii: "\n"))
      let part = block[position..<(end ?? filled)]
      length += part.count
      if length <= limit { line.append(contentsOf: part) } else { line = [] }
      position = end.map { $0 + 1 } ?? filled
      if end != nil { break }
    }
    guard length <= limit else {
      throw DictumError(.textTooLong, "\(name), line \(number): \(length) bytes; the limit is \(limit)")
    }
    return line
  }
}
