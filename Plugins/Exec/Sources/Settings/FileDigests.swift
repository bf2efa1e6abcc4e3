import DictumHash
import Glibc

/// Tells whether files have changed: a digest of each of some words that names a file.
struct FileDigests {
  /// Longer files are known by their length and the time of their last change: a model need not be read at each start.
  private static let limit = 64 << 20
  /// Nothing for words that name no file, such as `python3` and `-c`.
  let text: String

  init(_ words: [String], in folder: String) {
    text = words.compactMap { word in Self.digest(Self.path(word, in: folder)).map { " \(word)=\($0)" } }.joined()
  }

  static func isFile(_ name: String, in folder: String) -> Bool {
    var status = stat()
    return stat(path(name, in: folder), &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func path(_ word: String, in folder: String) -> String {
    word.hasPrefix("/") || folder.isEmpty ? word : "\(folder)/\(word)"
  }

  private static func digest(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    guard status.st_size <= limit else { return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)" }
    var hash = StableHash()
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return hash.hexadecimal }
      hash.combine(block[..<count])
    }
  }
}
