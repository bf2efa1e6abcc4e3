package import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// What a search of a folder found.
package struct FoundArticles: Sendable {
  /// In byte order of their paths.
  package var files: [ArticleFile] = []
  /// What could not be searched, by path in byte order: unreadable folders, links that lead back, pipes and devices.
  package var faults: [(path: String, error: DictumError)] = []
  /// The bytes of all files as they lie on the disk.
  package var size: Int { files.reduce(0) { $0 + $1.size } }
}

/// A file that a batch looks into.
public struct ArticleFile: Sendable {
  /// The path below the searched folder, parts separated by `/`.
  public let path: String
  /// In bytes, as it lies on the disk.
  public let size: Int
}

/// Searches a folder and those below it for files that may hold articles.
///
/// Names that begin with a dot are passed over. Links are followed; a folder is searched once, known by its device and
/// inode, and under its own path rather than a link's wherever both lie below the root.
package struct ArticleFinder {
  private struct Identity: Hashable {
    let device: UInt
    let inode: UInt
    init(_ status: stat) {
      device = UInt(status.st_dev)
      inode = UInt(status.st_ino)
    }
  }

  private let root: String
  private var found = FoundArticles()
  private var searched: Set<Identity> = []
  private var excluded: Identity?
  private var linkedFolders: [String] = []

  private init(root: String) { self.root = root }

  /// All articles below `root`, without those below `excluded` (where the reports go).
  ///
  /// - Throws: `fileNotFound` or `fileUnreadable` when `root` itself is no readable folder.
  package static func search(_ root: String, excluding excluded: String) throws(DictumError) -> FoundArticles {
    var status = stat()
    guard stat(root, &status) == 0 else { throw DictumError(.fileNotFound, "\(root): \(systemMessage())") }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw DictumError(.fileUnreadable, "\(root): it is no folder") }
    let identity = Identity(status)
    var finder = ArticleFinder(root: root)
    if stat(excluded, &status) == 0, Identity(status) != identity { finder.excluded = Identity(status) }
    try finder.search("", identity)
    finder.followLinks()
    finder.found.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    finder.found.faults.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return finder.found
  }

  /// Links to folders come last, so that a folder's own path wins.
  private mutating func followLinks() {
    while !linkedFolders.isEmpty {
      let links = linkedFolders.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      linkedFolders = []
      for path in links {
        var status = stat()
        guard SystemName.withPath(full(path), { stat($0, &status) }) == 0 else { continue }
        if searched.contains(Identity(status)) {
          fault(
            path,
            DictumError(.folderLoop, "\(SystemName.shown(path)): a link to a folder that was searched already")
          )
        } else {
          enter(path, status)
        }
      }
    }
  }

  private mutating func enter(_ path: String, _ status: stat) {
    do throws(DictumError) {
      try search(path, Identity(status))
    } catch {
      fault(path, error)
    }
  }

  private mutating func search(_ folder: String, _ identity: Identity) throws(DictumError) {
    guard identity != excluded, searched.insert(identity).inserted else { return }
    for name in try names(in: folder) {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var status = stat()
      guard SystemName.withPath(full(path), { lstat($0, &status) }) == 0 else {
        fault(path, DictumError(.fileUnreadable, "\(SystemName.shown(path)): \(systemMessage())"))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: enter(path, status)
      case S_IFREG: add(path, size: Int(status.st_size))
      case S_IFLNK: addLink(path)
      default: addOther(path)
      }
    }
  }

  private mutating func addLink(_ path: String) {
    var status = stat()
    guard SystemName.withPath(full(path), { stat($0, &status) }) == 0 else {
      // Reading it will say why it cannot be read.
      return add(path, size: 0)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: linkedFolders.append(path)
    case S_IFREG: add(path, size: Int(status.st_size))
    default: addOther(path)
    }
  }

  private mutating func add(_ path: String, size: Int) {
    found.files.append(ArticleFile(path: path, size: size))
  }

  /// Opening a pipe would wait for a writer, so it is not opened.
  private mutating func addOther(_ path: String) {
    fault(path, DictumError(.fileUnreadable, "\(SystemName.shown(path)): neither a file nor a folder"))
  }

  private mutating func fault(_ path: String, _ error: DictumError) { found.faults.append((path, error)) }

  private func full(_ path: String) -> String { "\(root)/\(path)" }

  private func names(in folder: String) throws(DictumError) -> [String] {
    guard let entries = Folder.entries(full(folder)) else {
      throw DictumError(.fileUnreadable, "\(folder.isEmpty ? root : SystemName.shown(folder)): \(systemMessage())")
    }
    return entries.map(\.name).filter { !$0.hasPrefix(".") }
  }
}
