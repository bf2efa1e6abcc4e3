package import DictumKit

/// The lines of a JSON-lines file, compressed or not, holding no more than one line and one block.
package struct ArticleLines {
  private let input: CompressedInput
  private let limit: Int
  private let name: String
  private var block = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var filled = 0
  package private(set) var number = 0
  private var ended = false

  package init(_ input: CompressedInput, name: String, limit: Int) {
    self.input = input
    self.name = name
    self.limit = limit
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
        if !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return .success(line) }
      } catch {
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
