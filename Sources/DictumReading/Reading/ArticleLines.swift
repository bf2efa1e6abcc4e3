package import DictumKit

/// The lines of a JSON-lines file, compressed or not, holding no more than one line and one block.
package struct ArticleLines: FileParts {
  private var input: MemberBytes
  private let limit: Int
  /// After so many lines that are no objects, a file is no file of JSON lines.
  private static let patience = 1_000
  private let name: String
  package private(set) var number = 0

  /// How many lines were handed out, and how many of those before the last one were no objects.
  private var handedOut = 0
  private var strange = 0

  /// The lines of a file, from its start.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable`, `damagedArchive`.
  package init(path: String, name: String, limit: Int) throws(DictumError) {
    let input = try ArchiveInput(path: path, name: name)
    let isEmpty = try input.next() == nil
    self.init(MemberBytes(input), name: name, limit: limit)
    if isEmpty { self.input.end() }
  }

  init(_ input: MemberBytes, name: String, limit: Int) {
    self.input = input
    self.name = name
    self.limit = limit
  }

  package var position: Int? { input.consumed }

  package mutating func next() -> FilePart {
    switch nextLine() {
    case nil: .end(handedOut > 0 ? nil : DictumError(.emptyArticle, "\(name): the file is empty"))
    case .success(let bytes)?: .article(number: number, .json(bytes))
    case .failure(let error)?:
      handedOut == 1 && input.isOver ? .end(error) : .article(number: number, .fault(error))
    }
  }

  /// The next line that is not blank, or why it cannot be had; nil at the end. A line over the limit is passed over
  /// and reported; after damage nothing follows.
  package mutating func nextLine() -> Result<[UInt8], DictumError>? {
    while !input.isOver {
      number += 1
      do throws(DictumError) {
        guard let line = try input.line(limit: limit) else { return nil }
        guard line.length <= limit else {
          throw DictumError(.textTooLong, "\(name), line \(number): \(line.length) bytes; the limit is \(limit)")
        }
        guard let mark = line.bytes.first(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
        handedOut += 1
        strange = mark == UInt8(ascii: "{") || mark == 0xEF ? 0 : strange + 1
        guard strange < Self.patience else {
          input.end()
          throw DictumError(.malformedJSON, "\(name): \(strange) lines in a row are no objects; the rest is not read")
        }
        return .success(line.bytes)
      } catch {
        handedOut += 1
        return .failure(error)
      }
    }
    return nil
  }
}
