import CZlib
package import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// A file read in blocks, decompressed where it is gzip (RFC 1952) and as it is otherwise.
///
/// A class because zlib's handle must be closed once.
package final class CompressedInput {
  private let file: gzFile
  private let path: String
  private let location: String

  /// Opens a file; `name` is what messages call it.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable`.
  package init(path: String, name: String) throws(DictumError) {
    guard let file = SystemName.withPath(path, { gzopen($0, "rbe") }) else {
      if errno == ENOENT { throw DictumError(.fileNotFound, "\(name): no such file") }
      throw DictumError(.fileUnreadable, "\(name): \(systemMessage())")
    }
    gzbuffer(file, 1 << 17)
    self.file = file
    self.path = name
    location = path
  }

  deinit { gzclose(file) }

  /// How many bytes of the file itself have been read.
  var position: Int { Int(gzoffset(file)) }

  /// Fills the block and returns how many bytes it holds; 0 at the end.
  ///
  /// - Throws: `damagedArchive`, `fileUnreadable`.
  func read(into block: inout [UInt8]) throws(DictumError) -> Int {
    let count = block.withUnsafeMutableBytes { gzread(file, $0.baseAddress, UInt32($0.count)) }
    if count > 0 { return Int(count) }
    var code: Int32 = 0
    // zlib begins its message with the path as it was opened.
    let message = (gzerror(file, &code).map { SystemName.string($0) } ?? "").replacingPrefix(location + ": ")
    switch code {
    case Z_OK, Z_STREAM_END: return 0
    case Z_ERRNO: throw DictumError(.fileUnreadable, "\(path): \(systemMessage())")
    default: throw DictumError(.damagedArchive, "\(path): \(message)")
    }
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
