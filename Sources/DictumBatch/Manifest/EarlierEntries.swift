import DictumHash
import DictumJSON
import DictumKit
import DictumSystem
import Glibc

/// The articles that earlier runs have done, as a manifest has them.
///
/// Memory holds sixteen bytes and some air for each; an entry itself is read from the file when its article comes up, so
/// a batch of millions is taken up in seconds. A line that was cut off or damaged says nothing: its article is analysed
/// again.
final class EarlierEntries: Sendable {
  /// An entry, with the run that wrote it; 0 for one that ended well.
  struct Found: Sendable {
    let entry: ManifestEntry
    let run: Int
  }

  /// Where an article's last entry begins, by the hash of the article's key as it stands in the file.
  private let places: [UInt64: Int]
  /// Where the runs begin, in the order of the file.
  private let runs: [(place: Int, number: Int)]
  /// Of all whole lines; in bytes.
  let length: Int
  private let descriptor: Int32

  /// Those of a folder in which nothing was done.
  init() {
    places = [:]
    runs = []
    length = 0
    descriptor = -1
  }

  /// Those of a manifest.
  ///
  /// - Throws: `fileUnreadable`.
  init(_ path: String) throws(DictumError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DictumError(.fileUnreadable, "\(path): \(systemMessage())") }
    self.descriptor = descriptor
    var places: [UInt64: Int] = [:]
    var runs: [(Int, Int)] = []
    var length = 0
    var lines = FileLines(descriptor)
    while let line = try lines.next() {
      let place = length
      length += line.count + 1
      if let key = Self.key(line) {
        places[Self.hash(key)] = place
      } else if line.starts(with: Self.runStart),
        let number = Int(String(decoding: line.dropFirst(7).dropLast(), as: UTF8.self))
      {
        runs.append((place, number))
      }
    }
    self.places = places
    self.runs = runs
    self.length = length
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  var lastRun: Int { runs.last?.number ?? 0 }

  /// The entry of an article; nil where there is none.
  subscript(article: String) -> Found? {
    var json = JSONBuffer()
    json.string(article)
    guard let place = places[Self.hash(json.bytes.dropFirst().dropLast())] else { return nil }
    var lines = FileLines(descriptor, from: place, block: 1 << 10)
    guard let line = try? lines.next(),
      let entry = try? JSONValue.parse(Array(line), { object throws(DictumError) in ManifestEntry(done: object) }),
      entry.article == article
    else { return nil }
    return Found(entry: entry, run: runs.last { $0.place < place }?.number ?? 0)
  }

  private static let runStart = Array("{\"run\":".utf8)
  private static let start = Array("{\"article\":\"".utf8)
  private static let middle = Array(",\"status\":\"done\",".utf8)

  /// The article's key, escaped as JSON, if the line is the entry of an article that was done.
  private static func key(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.starts(with: start) else { return nil }
    let from = line.startIndex + start.count
    var end = from
    while end < line.endIndex, line[end] != UInt8(ascii: "\"") {
      end += line[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < line.endIndex, line[(end + 1)...].starts(with: middle) else { return nil }
    return line[from..<end]
  }

  private static func hash(_ key: ArraySlice<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.combine(key)
    return hash.value
  }
}
