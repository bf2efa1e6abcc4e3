import DictumJSON
import DictumKit
import DictumSystem

/// The reports below a folder: `NAME.json` files, and files of report lines (`.ndjson`, `.jsonl`).
struct ReportFolder {
  let path: String

  /// Hands every report to `take`, folder by folder in the order of names, one in memory at a time.
  ///
  /// Files that are no reports (a manifest, a summary) are passed over.
  /// - Parameters:
  ///   - take: gets a report's document.
  ///   - failed: gets what is wrong with a report that cannot be read; the others are read all the same.
  /// - Throws: `fileNotFound`, `fileUnreadable` for the folder itself, and what `take` throws.
  func read(
    take: (Document) throws(DictumError) -> Void,
    failed: (DictumError) -> Void
  ) throws(DictumError) {
    for file in try files() {
      do throws(DictumError) {
        let bytes = try FileInput.read(file)
        for report in Self.reports(in: bytes, file) {
          guard Self.isReport(report) else { continue }
          let document: Document
          do throws(DictumError) {
            document = try ReportFile.document(report, ReportFile.reader, file)
          } catch {
            failed(error.inFile(file))
            continue
          }
          try take(document)
        }
      } catch {
        guard error.diagnostics.first?.code != .outputFailed else { throw error }
        failed(error.inFile(file))
      }
    }
  }

  private static func reports(in bytes: [UInt8], _ file: String) -> [[UInt8]] {
    guard file.hasSuffix(".ndjson") || file.hasSuffix(".jsonl") else { return [bytes] }
    return bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  /// Whether a JSON text says that it is a report; other files may lie beside them.
  private static func isReport(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(64), as: UTF8.self)
    return head.contains("\"report\"")
  }

  private func files() throws(DictumError) -> [String] {
    guard let entries = Folder.entries(path) else {
      throw DictumError(.fileUnreadable, "\(path): it cannot be listed")
    }
    var found: [String] = []
    collect(path, entries, 0, &found)
    return found
  }

  private func collect(_ folder: String, _ entries: [Folder.Entry], _ depth: Int, _ found: inout [String]) {
    for entry in entries where !entry.name.hasPrefix(".") {
      let path = "\(folder)/\(entry.name)"
      if entry.isFolder {
        if depth < 64, let below = Folder.entries(path) { collect(path, below, depth + 1, &found) }
      } else if [".json", ".ndjson", ".jsonl"].contains(where: entry.name.hasSuffix) {
        found.append(path)
      }
    }
  }
}
