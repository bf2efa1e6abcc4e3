import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// All reports in one file, a line each, in the order of the articles.
///
/// A run writes a file of its own, `reports.N.partial`, into which the lines of earlier runs are copied, and gives it the
/// final name when it is whole.
struct ReportLines: Sendable {
  static let name = "reports.ndjson"
  private let folder: String

  init(folder: String) { self.folder = folder }

  /// Opens the file of a run.
  ///
  /// - Throws: `outputFailed`.
  func begin(run: Int) throws(DictumError) -> AppendedFile {
    let file = try AppendedFile(path(run))
    file.truncate(to: 0)
    return file
  }

  /// The line of an earlier run; nil when it is not there whole.
  func read(_ earlier: EarlierEntries.Found) -> [UInt8]? {
    // A run may have been cut off just after its file got the final name.
    let own = open(path(earlier.run), O_RDONLY | O_CLOEXEC)
    let descriptor = own >= 0 ? own : open(path(0), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let newline = UInt8(ascii: "\n")
    let start = earlier.entry.offset
    var status = stat()
    // A damaged entry may claim any place and length.
    guard fstat(descriptor, &status) == 0, earlier.entry.length <= Int(status.st_size) - start else { return nil }
    if start > 0, bytes(start - 1, 1, of: descriptor) != [newline] { return nil }
    guard let line = bytes(start, earlier.entry.length, of: descriptor), line.last == newline,
      !line.dropLast().contains(newline)
    else { return nil }
    return line
  }

  private func bytes(_ start: Int, _ count: Int, of descriptor: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var position = 0
    while position < count {
      let read = bytes.withUnsafeMutableBytes { raw in
        pread(descriptor, raw.baseAddress.map { $0 + position }, raw.count - position, off_t(start + position))
      }
      if read < 0 && errno == EINTR { continue }
      guard read > 0 else { return nil }
      position += read
    }
    return bytes
  }

  /// Gives the file of a run its final name and removes those of earlier ones.
  ///
  /// - Throws: `outputFailed`.
  func finish(run: Int) throws(DictumError) {
    guard rename(path(run), path(0)) == 0 else {
      throw DictumError(.outputFailed, "\(path(0)): \(systemMessage())")
    }
    for earlier in 1..<max(run, 1) { unlink(path(earlier)) }
    // A batch that began afresh counts from one again; what runs before it left has higher numbers.
    var later = run + 1
    while unlink(path(later)) == 0 { later += 1 }
  }

  private func path(_ run: Int) -> String {
    run == 0 ? "\(folder)/\(Self.name)" : "\(folder)/reports.\(run).partial"
  }
}
