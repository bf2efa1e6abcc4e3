public import DictumKit
import Glibc

/// Reads whole files.
public enum FileInput {
  /// The bytes of a file.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable` with the system's reason, `textTooLong`.
  public static func read(_ path: String) throws(DictumError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw DictumError(.fileNotFound, "\(path): no such file") }
      throw DictumError(.fileUnreadable, "\(path): \(systemMessage())")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw DictumError(.fileUnreadable, "\(path): \(systemMessage())") }
    if status.st_mode & S_IFMT == S_IFDIR { throw DictumError(.fileUnreadable, "\(path): it is a folder") }
    guard Int(status.st_size) <= SourceText.maximumByteCount else {
      throw DictumError(.textTooLong, "\(path): \(status.st_size) bytes; the limit is \(SourceText.maximumByteCount)")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: max(1 << 16, Int(status.st_size) + 1))
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw DictumError(.fileUnreadable, "\(path): \(systemMessage())") }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}

/// The system's words for the last failed call.
package func systemMessage() -> String { String(cString: strerror(errno)) }
