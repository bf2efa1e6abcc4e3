import CSpawn
public import DictumKit
import Glibc

/// Writes bytes to files and descriptors.
public enum FileOutput {
  /// Writes everything to an open descriptor.
  ///
  /// - Throws: `outputFailed` with the system's reason.
  public static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(DictumError) {
    var position = 0
    while position < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        Glibc.write(descriptor, raw.baseAddress.map { $0 + position }, raw.count - position)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 && errno == EAGAIN {
        waitFor(descriptor, POLLOUT)
        continue
      }
      guard count > 0 else { throw DictumError(.outputFailed, "\(name): \(systemMessage())") }
      position += count
    }
  }

  /// Writes a file so that readers see the old content or the whole new one, never a part: to a temporary file
  /// beside it, then by renaming.
  ///
  /// - Parameter isAlone: no other process writes the file, so that the temporary one may have a fixed name; what an
  ///   interrupted run left behind is then removed.
  /// - Throws: `outputFailed` with the system's reason.
  public static func replace(_ path: String, with bytes: [UInt8], isAlone: Bool = false) throws(DictumError) {
    try replace(path, isAlone: isAlone) { (descriptor) throws(DictumError) in
      try write(bytes, to: descriptor, name: path)
    }
  }

  /// The same for a content that `fill` writes bit by bit.
  ///
  /// - Throws: `outputFailed` with the system's reason, and what `fill` throws.
  public static func replace(
    _ path: String,
    isAlone: Bool,
    fill: (Int32) throws(DictumError) -> Void
  ) throws(DictumError) {
    let temporary = isAlone ? "\(path).partial" : "\(path).\(getpid()).partial"
    // Made anew: what lies there may be a link to a file elsewhere.
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DictumError(.outputFailed, "\(path): \(systemMessage())") }
    do throws(DictumError) {
      try fill(descriptor)
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let reason = systemMessage()
      unlink(temporary)
      throw DictumError(.outputFailed, "\(path): \(reason)")
    }
  }

  /// Waits until all that was written to the file system of `folder` would outlive a power cut.
  ///
  /// - Throws: `outputFailed` with the system's reason.
  public static func settle(_ folder: String) throws(DictumError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DictumError(.outputFailed, "\(folder): \(systemMessage())") }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw DictumError(.outputFailed, "\(folder): \(systemMessage())") }
  }

  /// Makes a folder and those above it.
  ///
  /// - Throws: `outputFailed` with the system's reason.
  public static func makeFolder(_ path: String) throws(DictumError) {
    var prefix = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      prefix += part
      if !prefix.isEmpty, mkdir(prefix, 0o755) != 0, errno != EEXIST {
        throw DictumError(.outputFailed, "\(prefix): \(systemMessage())")
      }
      prefix += "/"
    }
  }
}
