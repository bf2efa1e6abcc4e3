import DictumKit
import DictumRuntime
import DictumSystem
import Glibc

/// A report a file, below the out folder.
struct ReportFiles: Sendable {
  let folder: String

  /// Writes a report as a whole, making the folders above it when they are missing.
  ///
  /// - Throws: `outputFailed`.
  func write(_ bytes: [UInt8], to report: String) throws(DictumError) {
    let path = "\(folder)/\(report)"
    do throws(DictumError) {
      try FileOutput.replace(path, with: bytes, isAlone: true)
    } catch {
      guard let slash = path.lastIndex(of: "/"), access(String(path[..<slash]), F_OK) != 0 else { throw error }
      try FileOutput.makeFolder(String(path[..<slash]))
      try FileOutput.replace(path, with: bytes, isAlone: true)
    }
  }

  /// Whether a report of an earlier run still lies there, whole.
  func holds(_ entry: ManifestEntry) -> Bool {
    var status = stat()
    return stat("\(folder)/\(entry.report)", &status) == 0 && Int(status.st_size) == entry.length
  }

  /// The bytes of a report; nil when it is gone.
  func read(_ entry: ManifestEntry) -> [UInt8]? {
    try? FileInput.read("\(folder)/\(entry.report)")
  }
}
