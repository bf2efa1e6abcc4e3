import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// A file that grows at its end and is made anew when somebody removes it meanwhile.
///
/// A class because a descriptor must be closed once.
final class AppendedFile {
  let path: String
  private var descriptor: Int32
  private(set) var length: Int

  /// Opens or makes a file.
  ///
  /// - Throws: `outputFailed`.
  init(_ path: String) throws(DictumError) {
    self.path = path
    (descriptor, length) = try Self.open(path)
  }

  deinit { close(descriptor) }

  /// Whether the file has been removed from its folder.
  var isGone: Bool {
    var status = stat()
    return fstat(descriptor, &status) != 0 || status.st_nlink == 0
  }

  /// Makes the file, and its folder, once more.
  ///
  /// - Throws: `outputFailed`.
  func remake() throws(DictumError) {
    if let slash = path.lastIndex(of: "/") { try FileOutput.makeFolder(String(path[..<slash])) }
    let made = try Self.open(path)
    close(descriptor)
    (descriptor, length) = made
  }

  /// Appends all of the bytes, or none.
  ///
  /// - Throws: `outputFailed`.
  func append(_ bytes: [UInt8]) throws(DictumError) {
    do throws(DictumError) {
      try FileOutput.write(bytes, to: descriptor, name: path)
      length += bytes.count
    } catch {
      truncate(to: length)
      throw error
    }
  }

  /// Writes what lies behind a place to another file, block by block.
  ///
  /// - Throws: `outputFailed`.
  func copy(from place: Int, to target: Int32) throws(DictumError) {
    var block = [UInt8](repeating: 0, count: 1 << 18)
    var place = place
    while place < length {
      let count = pread(descriptor, &block, block.count, off_t(place))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw DictumError(.outputFailed, "\(path): \(systemMessage())") }
      try FileOutput.write(Array(block[..<count]), to: target, name: path)
      place += count
    }
  }

  /// Cuts the file off.
  func truncate(to length: Int) {
    // Should it fail, readers meet a line that is no JSON and pass it over.
    if ftruncate(descriptor, off_t(length)) == 0 { self.length = length }
  }

  private static func open(_ path: String) throws(DictumError) -> (Int32, Int) {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DictumError(.outputFailed, "\(path): \(systemMessage())") }
    return (descriptor, Int(lseek(descriptor, 0, SEEK_END)))
  }
}
