import DictumKit
import DictumSystem
import Glibc

/// The files in a folder and those below it.
enum FolderListing {
  /// Paths below the folder, in order; names that begin with a dot are passed over. Nil when `folder` is a file.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable`.
  static func files(_ folder: String) throws(DictumError) -> [String]? {
    var status = stat()
    guard stat(folder, &status) == 0 else { throw DictumError(.fileNotFound, "\(folder): \(systemMessage())") }
    guard status.st_mode & S_IFMT == S_IFDIR else { return nil }
    var found: [String] = []
    var waiting = [""]
    while let prefix = waiting.popLast() {
      let path = prefix.isEmpty ? folder : "\(folder)/\(prefix)"
      guard let entries = Folder.entries(path) else {
        throw DictumError(.fileUnreadable, "\(path): \(systemMessage())")
      }
      for entry in entries where !entry.name.hasPrefix(".") {
        let below = prefix.isEmpty ? entry.name : "\(prefix)/\(entry.name)"
        if entry.isFolder { waiting.append(below) } else { found.append(below) }
      }
    }
    return found
  }
}
