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

  /// Whether a path leads to the folder that is held.
  func isHeld(on path: String) -> Bool {
    var own = stat()
    var other = stat()
    return fstat(descriptor, &own) == 0 && stat(path, &other) == 0 && own.st_dev == other.st_dev
      && own.st_ino == other.st_ino
  }

  func release() { close(descriptor) }
}
