public import DictumKit
import Glibc

/// Reads whole files.
public enum FileInput {
  /// The bytes of a file of at most `limit` bytes.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable` with the system's reason, `textTooLong`.
  public static func read(_ path: String, limit: Int = SourceText.maximumByteCount) throws(DictumError) -> [UInt8] {
    let descriptor = SystemName.withPath(path) { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      if errno == ENOENT { throw DictumError(.fileNotFound, "\(path): no such file") }
      throw DictumError(.fileUnreadable, "\(path): \(systemMessage())")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw DictumError(.fileUnreadable, "\(path): \(systemMessage())") }
    if status.st_mode & S_IFMT == S_IFDIR { throw DictumError(.fileUnreadable, "\(path): it is a folder") }
    guard Int(status.st_size) <= limit else {
      throw DictumError(.textTooLong, "\(path): \(status.st_size) bytes; the limit is \(limit)")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: status.st_size > 0 ? Int(status.st_size) + 1 : 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw DictumError(.fileUnreadable, "\(path): \(systemMessage())") }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else {
        throw DictumError(.textTooLong, "\(path): more than \(limit) bytes, which is the limit")
      }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}

/// The system's words for the last failed call.
package func systemMessage() -> String { String(cString: strerror(errno)) }
