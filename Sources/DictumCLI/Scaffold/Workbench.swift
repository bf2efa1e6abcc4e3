import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// A checkout of Dictum, which has DictumKit's sources.
struct Workbench {
  static let option = Option(
    "--dictum",
    "PATH",
    "Dictum's checkout, where it is not found from the current folder or the program."
  )

  let folder: String

  /// The checkout that `--dictum` names, else the one around the current folder, else the one that the program was
  /// built from.
  ///
  /// - Throws: `fileNotFound`.
  /// - Parameter mayBeElsewhere: the checkout is only named, not written into.
  static func find(
    _ arguments: Arguments,
    _ session: Session,
    mayBeElsewhere: Bool = true
  ) throws(DictumError) -> Workbench {
    if let named = arguments.value(option) {
      guard let found = Workbench(named) else {
        throw DictumError(.fileNotFound, "\(named) is no checkout of Dictum: it has no Sources/DictumKit")
      }
      return found
    }
    var folder = absolute(".")
    while folder.count > 1 {
      if let found = Workbench(folder) { return found }
      folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
    }
    if let found = Workbench(session.buildFolder) {
      if mayBeElsewhere { return found }
      throw DictumError(
        .fileNotFound,
        "the current folder is not in a checkout of Dictum, and nothing is written into another one unasked",
        notes: [
          "for a stage in \(found.folder): `--dictum \(found.folder)`", "for a package of its own: `--package PATH`",
        ]
      )
    }
    throw DictumError(.fileNotFound, "no checkout of Dictum was found", notes: ["name it with `--dictum PATH`"])
  }

  private init?(_ folder: String) {
    guard access("\(folder)/Sources/DictumKit", R_OK) == 0, access("\(folder)/Package.swift", R_OK) == 0 else {
      return nil
    }
    self.folder = Workbench.absolute(folder)
  }

  /// A path from the root, without `..` where the folder exists.
  static func absolute(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    if path.hasPrefix("/") { return path }
    guard let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    return String(cString: current) + "/" + path
  }

  /// Adds a plugin to the list in `Package.swift`, in the order of the alphabet.
  ///
  /// - Throws: `fileUnreadable`, `outputFailed`.
  func register(_ name: StageName) throws(DictumError) {
    let path = "\(folder)/Package.swift"
    let head = "let plugins: [[Target]] = ["
    let entry = "  plugin(\""
    var lines = String(decoding: try FileInput.read(path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(of: head), let end = lines[start...].firstIndex(of: "]") else {
      throw DictumError(.fileUnreadable, "\(path) has no list that begins with `\(head)`")
    }
    let new = "\(entry)\(name.module)\"),"
    let place = lines[start..<end].firstIndex { $0.hasPrefix(entry) && $0 > new } ?? end
    lines.insert(new, at: place)
    try FileOutput.replace(path, with: Array(lines.joined(separator: "\n").utf8))
  }
}
