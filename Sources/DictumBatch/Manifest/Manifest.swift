import DictumJSON
import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// The record of a batch: which article has which report, and which has none and why.
///
/// While a batch runs, entries are appended to it in the order of the articles, so that a run that was cut off can be
/// taken up. The first line says what made it; each run begins with a line of its own. At the end of a run only its own
/// entries are left, which makes the file the same for any number of interruptions.
struct Manifest {
  static let name = "manifest.jsonl"

  private let file: AppendedFile
  private let header: [UInt8]
  private let begin: Int
  /// From 1; counts the runs that were cut off.
  let run: Int
  /// Articles that earlier runs have done; a later entry wins.
  private(set) var done: [String: Earlier] = [:]

  /// An entry, with the run that wrote it; 0 for one that ended well.
  struct Earlier: Sendable {
    let entry: ManifestEntry
    let run: Int
  }

  /// Opens or makes the manifest of a folder.
  ///
  /// - Parameter fresh: forget what earlier runs have done.
  /// - Throws: `foreignFolder`, `outputFailed`, `fileUnreadable`.
  init(folder: String, pipeline: String, fresh: Bool) throws(DictumError) {
    let path = "\(folder)/\(Self.name)"
    header = Self.header(pipeline)
    file = try AppendedFile(path)
    var last = 0
    if file.length > 0 {
      let known = try Self.read(path)
      last = known.run
      if !fresh { done = known.done }
      file.truncate(to: known.length)
    }
    if file.length == 0 { try file.append(header) }
    run = last + 1
    try file.append(Array("{\"run\":\(run)}\n".utf8))
    begin = file.length
  }

  /// Adds an entry. Where the file was removed, it is made anew.
  ///
  /// - Returns: whether the file was there.
  /// - Throws: `outputFailed`.
  func append(_ entry: ManifestEntry) throws(DictumError) -> Bool {
    let wasThere = !file.isGone
    if !wasThere {
      try file.remake()
      if file.length == 0 { try file.append(header + Array("{\"run\":\(run)}\n".utf8)) }
    }
    try file.append(entry.line)
    return wasThere
  }

  /// Leaves the header and this run's entries.
  ///
  /// - Throws: `outputFailed`, `fileUnreadable`.
  func finish() throws(DictumError) {
    let bytes = try FileInput.read(file.path)
    guard bytes.count >= begin, bytes.starts(with: header) else { return }
    try FileOutput.replace(file.path, with: header + bytes[begin...], isAlone: true)
  }

  private static func header(_ pipeline: String) -> [UInt8] {
    var json = JSONBuffer()
    json.openObject()
    json.key("manifest")
    json.integer(1)
    json.key("pipeline")
    json.string(pipeline)
    json.closeObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func read(_ path: String) throws(DictumError) -> (done: [String: Earlier], run: Int, length: Int) {
    var done: [String: Earlier] = [:]
    var run = 0
    let bytes = try FileInput.read(path)
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let line = Array(bytes[start..<end])
      let isFirst = start == 0
      start = end + 1
      // A line that was cut off says nothing; the article is analysed again.
      let parsed = try? JSONValue.parse(line) { object throws(DictumError) -> (Int?, Int?, ManifestEntry?) in
        (object["manifest"]?.integer, object["run"]?.integer, ManifestEntry(done: object))
      }
      if isFirst, parsed?.0 != 1 { break }
      if let number = parsed?.1 { run = number }
      if let entry = parsed?.2 { done[entry.article] = Earlier(entry: entry, run: run) }
    }
    guard start > 0, bytes.starts(with: Array("{\"manifest\":1,".utf8)) else {
      throw DictumError(.foreignFolder, "\(path): not the manifest of a batch")
    }
    return (done, run, start)
  }
}
