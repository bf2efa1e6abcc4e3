import DictumKit
import DictumPages
import Glibc

/// The files of a corpus's site, and nothing else of the disk.
struct SiteFolder: Sendable {
  let path: String

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
  ]

  /// A file of the site; the names of its files are letters, digits, `-` and one dot.
  func answer(_ file: String) -> Answer? {
    let file = file.isEmpty || file.hasSuffix("/") ? file + "index.html" : file
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.first != "."
        && part.utf8.allSatisfy { byte in
          byte.isASCIISmall || byte.isASCIIDigit
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
    }
    guard isPlain, let dot = file.lastIndex(of: "."), let type = Self.types[String(file[file.index(after: dot)...])]
    else { return nil }
    let descriptor = open("\(path)/\(file)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    return Answer(
      type: type,
      body: .file(descriptor, Int(status.st_size)),
      headers: [("Content-Security-Policy", CorpusSite.policy)]
    )
  }
}
