import Glibc

/// Lists folders.
public enum Folder {
  /// What a folder holds directly.
  public struct Entry: Sendable, Hashable {
    public let name: String
    /// Whether it is a folder itself; a link to one is not.
    public let isFolder: Bool
  }

  /// The entries of a folder in the order of their names' bytes, without `.` and `..`; nil when it cannot be opened or
  /// read to its end, with the reason in `errno`. Names are those of `SystemName`.
  public static func entries(_ path: String) -> [Entry]? {
    guard let stream = SystemName.withPath(path, { opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var entries: [Entry] = []
    // The end and a failure look the same but for the system's error number.
    errno = 0
    while let entry = readdir(stream) {
      // The name's declared length is a maximum; the record holds no more than the name.
      let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
      let name = SystemName.string(start.assumingMemoryBound(to: CChar.self))
      if name != ".", name != ".." {
        entries.append(Entry(name: name, isFolder: isFolder("\(path)/\(name)", type: entry.pointee.d_type)))
      }
      errno = 0
    }
    guard errno == 0 else { return nil }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func isFolder(_ path: String, type: UInt8) -> Bool {
    // Some file systems do not say.
    guard type == UInt8(DT_UNKNOWN) else { return type == UInt8(DT_DIR) }
    var status = stat()
    return SystemName.withPath(path, { lstat($0, &status) }) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
