public import DictumKit
import Glibc

/// Where models lie: `NAME.safetensors` in one of some folders, with `SHA256SUMS` beside it.
public struct ModelStore: Sendable, Equatable {
  /// In the order in which they are searched.
  public let folders: [String]

  /// The file beside the models that lists their digests, in the format of `sha256sum`.
  public static let checksumFile = "SHA256SUMS"

  /// Searches the given folders first, then those that belong to the executable: its own, `models` in it,
  /// `../share/dictum/models` of an installed prefix, and `Models` of the package that it was built from.
  ///
  /// - Parameters:
  ///   - folders: as `--models` names them.
  ///   - executable: the executable's absolute path; nil for the running one.
  public init(folders: [String] = [], executable: String? = nil) {
    let executable = executable ?? Self.runningExecutable
    let home = executable.lastIndex(of: "/").map { String(executable[..<$0]) } ?? "."
    self.folders =
      folders + [home, home + "/models", home + "/../share/dictum/models", home + "/../../../Models"]
  }

  private static var runningExecutable: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      let count = readlink("/proc/self/exe", base, buffer.count)
      guard count > 0 else { return "" }
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// The path of a model's file.
  ///
  /// - Throws: `modelNotFound` with the places that were searched.
  public func locate(_ name: String) throws(DictumError) -> String {
    let paths = folders.map { "\($0)/\(name).safetensors" }
    for path in paths where access(path, F_OK) == 0 { return path }
    throw DictumError(.modelNotFound, "no model \(name) was found", notes: paths.map { "searched: \($0)" })
  }

  /// The digest that the list beside a file names for it; nil where there is no list or it does not name the file.
  ///
  /// - Throws: `modelUnreadable`.
  package static func listedDigest(of path: String) throws(DictumError) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let list = String(path[...slash]) + checksumFile
    guard access(list, F_OK) == 0 else { return nil }
    let file = try MappedFile(path: list)
    return Checksum.digest(
      of: String(path[path.index(after: slash)...]),
      in: String(decoding: file.bytes, as: UTF8.self)
    )
  }
}
