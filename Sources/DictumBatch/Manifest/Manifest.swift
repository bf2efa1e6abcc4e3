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
  /// What earlier runs have done.
  let done: EarlierEntries

  /// Opens or makes the manifest of a folder.
  ///
  /// - Parameter fresh: forget what earlier runs have done; a manifest that cannot be read is then set aside.
  /// - Throws: `foreignFolder`, `outputFailed`, `fileUnreadable`.
  init(folder: String, pipeline: String, fresh: Bool) throws(DictumError) {
    let path = "\(folder)/\(Self.name)"
    header = Self.header(pipeline)
    if !Self.isOurs(path) {
      guard fresh else {
        throw DictumError(
          .foreignFolder,
          "\(path): not the manifest of a batch, or damaged",
          notes: ["`--fresh` renames it to \(Self.name).old and analyses everything again"]
        )
      }
      guard rename(path, "\(path).old") == 0 else { throw DictumError(.outputFailed, "\(path): \(systemMessage())") }
    }
    file = try AppendedFile(path)
    if fresh { file.truncate(to: 0) }
    done = file.length > 0 ? try EarlierEntries(path) : EarlierEntries()
    if file.length > 0 { file.truncate(to: done.length) }
    if file.length == 0 { try file.append(header) }
    run = done.lastRun + 1
    try file.append(Self.beginning(run))
    begin = file.length
  }

  private static func beginning(_ run: Int) -> [UInt8] { Array("{\"run\":\(run)}\n".utf8) }

  /// Adds an entry. Where the file was removed, it is made anew.
  ///
  /// - Returns: whether the file was there.
  /// - Throws: `outputFailed`.
  func append(_ entry: ManifestEntry) throws(DictumError) -> Bool {
    let wasThere = !file.isGone
    if !wasThere {
      try file.remake()
      if file.length == 0 { try file.append(header + Self.beginning(run)) }
    }
    try file.append(entry.line)
    return wasThere
  }

  /// Leaves the header and this run's entries.
  ///
  /// - Throws: `outputFailed`.
  func finish() throws(DictumError) {
    guard file.length >= begin, !file.isGone else { return }
    try FileOutput.replace(file.path, isAlone: true) { (descriptor) throws(DictumError) in
      try FileOutput.write(header, to: descriptor, name: file.path)
      try file.copy(from: begin, to: descriptor)
    }
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

  /// Whether the file begins as a manifest does, be it cut off within its first line; one that is not there does.
  private static func isOurs(_ path: String) -> Bool {
    let start = Array("{\"manifest\":1,".utf8)
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return errno == ENOENT }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: start.count)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return count >= 0 && start.starts(with: bytes[..<count])
  }
}
