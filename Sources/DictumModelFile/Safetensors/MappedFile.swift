package import DictumKit
import Glibc

/// A file's bytes, mapped read-only: pages come in when they are touched, and all workers share them.
///
/// The file must not be cut shorter while it is mapped; an install replaces it by renaming.
package final class MappedFile: Sendable {
  package let path: String
  // The mapping is read-only and lives as long as this object.
  package nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  /// - Throws: `modelNotFound`, `modelUnreadable`.
  package init(path: String) throws(DictumError) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code: DiagnosticCode = errno == ENOENT ? .modelNotFound : .modelUnreadable
      throw DictumError(code, "\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw DictumError(.modelUnreadable, "\(path): not a regular file")
    }
    guard status.st_size > 0 else { throw DictumError(.modelCorrupt, "\(path): the file is empty") }
    let count = Int(status.st_size)
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
      throw DictumError(.modelUnreadable, "\(path): \(String(cString: strerror(errno)))")
    }
    bytes = UnsafeRawBufferPointer(start: base, count: count)
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }
}
