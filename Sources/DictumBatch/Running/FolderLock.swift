import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// Keeps two batches from writing into one folder.
struct FolderLock {
  private let descriptor: Int32

  /// - Throws: `foreignFolder` when another batch holds the folder, `outputFailed` when it cannot be opened.
  init(_ folder: String) throws(DictumError) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DictumError(.outputFailed, "\(folder): \(systemMessage())") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw DictumError(.foreignFolder, "\(folder): another batch is writing there")
    }
  }

  func release() { close(descriptor) }
}
