import DictumKit
import DictumSystem
import Glibc

/// Whether a file can be opened, in the system's words.
enum FileAccess {
  /// - Throws: `fileNotFound`, `fileUnreadable`.
  static func check(_ path: String, name: String) throws(DictumError) {
    let descriptor = SystemName.withPath(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else {
      if errno == ENOENT { throw DictumError(.fileNotFound, "\(name): no such file") }
      throw DictumError(.fileUnreadable, "\(name): \(systemMessage())")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw DictumError(.fileUnreadable, "\(name): \(systemMessage())") }
    if status.st_mode & S_IFMT == S_IFDIR { throw DictumError(.fileUnreadable, "\(name): it is a folder") }
  }
}

/// The first bytes of a file, by which its format is known.
enum FileHead {
  /// - Throws: `fileNotFound`, `fileUnreadable`.
  static func read(_ path: String, name: String) throws(DictumError) -> [UInt8] {
    try FileAccess.check(path, name: name)
    let descriptor = SystemName.withPath(path) { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw DictumError(.fileUnreadable, "\(name): \(systemMessage())") }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: FileStart.length)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { raw in
        Glibc.read(descriptor, raw.baseAddress.map { $0 + filled }, raw.count - filled)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw DictumError(.fileUnreadable, "\(name): \(systemMessage())") }
      if count == 0 { break }
      filled += count
    }
    return Array(bytes[..<filled])
  }
}
