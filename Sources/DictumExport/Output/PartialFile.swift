import DictumKit
import DictumSystem
import Glibc

/// A file that is written in pieces beside its place and takes it when it is whole.
///
/// A class because a descriptor must be closed once.
final class PartialFile {
  private let path: String
  private let descriptor: Int32
  private var isFinished = false

  /// - Throws: `outputFailed`.
  init(_ path: String) throws(DictumError) {
    self.path = path
    descriptor = open("\(path).partial", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DictumError(.outputFailed, "\(path): \(systemMessage())") }
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink("\(path).partial") }
  }

  /// - Throws: `outputFailed`.
  func write(_ bytes: [UInt8]) throws(DictumError) { try FileOutput.write(bytes, to: descriptor, name: path) }

  /// - Throws: `outputFailed`.
  func finish() throws(DictumError) {
    guard rename("\(path).partial", path) == 0 else { throw DictumError(.outputFailed, "\(path): \(systemMessage())") }
    isFinished = true
  }
}
