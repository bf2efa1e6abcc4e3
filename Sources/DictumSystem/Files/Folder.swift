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
  /// read to its end.
  public static func entries(_ path: String) -> [Entry]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var entries: [Entry] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name == "." || name == ".." { continue }
      entries.append(Entry(name: name, isFolder: isFolder("\(path)/\(name)", type: entry.pointee.d_type)))
      errno = 0
    }
    guard errno == 0 else { return nil }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func isFolder(_ path: String, type: UInt8) -> Bool {
    // Some file systems do not say.
    guard type == UInt8(DT_UNKNOWN) else { return type == UInt8(DT_DIR) }
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
