import DictumJSON
public import DictumKit
import DictumSystem
import Glibc

/// The reports that lie in a folder: what `dictum batch` left there, or any reports as JSON or JSON lines.
public struct ReportFolder: Sendable {
  /// Where a report lies.
  public struct Place: Sendable, Equatable {
    /// The article's id: its path below the folder of articles, with `#` and the line for JSON lines. No two have the same.
    public let id: String
    let path: String
    let offset: Int
    /// In bytes; nil for the whole file.
    let length: Int?
  }

  /// An article that has no report.
  public struct Failure: Sendable, Equatable {
    public let id: String
    public let code: String
    public let stage: String?
    public let message: String
  }

  /// In the order of their ids' bytes.
  public private(set) var reports: [Place] = []
  public private(set) var failures: [Failure] = []

  /// Looks for reports in a folder and those below it, or in one file of JSON lines.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable`.
  public init(_ path: String) throws(DictumError) {
    let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if access("\(folder)/\(Self.manifest)", R_OK) == 0 {
      try readManifest(folder)
    } else if let files = try FolderListing.files(folder) {
      for file in files { try add(file, in: folder) }
    } else {
      try add(folder, in: nil)
    }
    reports.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  private static let manifest = "manifest.jsonl"

  /// A batch's own record says where each report lies; a later entry wins.
  private mutating func readManifest(_ folder: String) throws(DictumError) {
    var found: [String: Place] = [:]
    var failed: [String: Failure] = [:]
    for line in try FileInput.read("\(folder)/\(Self.manifest)").split(separator: UInt8(ascii: "\n")) {
      // A line that was cut off says nothing.
      guard let entry = try? Self.entry(Array(line), folder) else { continue }
      switch entry {
      case .success(let place):
        found[place.id] = place
        failed[place.id] = nil
      case .failure(let failure):
        failed[failure.failure.id] = failure.failure
        found[failure.failure.id] = nil
      }
    }
    reports = Array(found.values)
    failures = failed.values.sorted { $0.id < $1.id }
  }

  private struct NoReport: Error { let failure: Failure }

  private static func entry(_ line: [UInt8], _ folder: String) throws(DictumError) -> Result<Place, NoReport>? {
    try JSONValue.parse(line) { object throws(DictumError) in
      guard let id = object["article"]?.string else { return nil }
      if let report = object["report"]?.string {
        let isLine = report.hasSuffix(".ndjson")
        return .success(
          Place(
            id: id,
            path: "\(folder)/\(report)",
            offset: isLine ? object["offset"]?.integer ?? 0 : 0,
            length: isLine ? object["length"]?.integer : nil
          )
        )
      }
      return object["error"].map { .failure(NoReport(failure: ReportReader.failure($0, id: id))) }
    }
  }

  /// Adds a file; nil for `folder` when it was named itself.
  private mutating func add(_ file: String, in folder: String?) throws(DictumError) {
    let path = folder.map { "\($0)/\(file)" } ?? file
    let name = file.split(separator: "/").last.map(String.init) ?? file
    if [".ndjson", ".jsonl"].contains(where: { file.hasSuffix($0) }) {
      try addLines(path, folder == nil ? name : file)
    } else if file.hasSuffix(".json"), name != "summary.json" {
      let id = String((folder == nil ? name : file).dropLast(5))
      reports.append(Place(id: id, path: path, offset: 0, length: nil))
    } else if folder == nil {
      throw DictumError(.fileUnreadable, "\(file): neither a folder nor a file of reports (.json, .jsonl, .ndjson)")
    }
  }

  private mutating func addLines(_ path: String, _ name: String) throws(DictumError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DictumError(.fileUnreadable, "\(path): \(systemMessage())") }
    defer { close(descriptor) }
    var lines = LineReader(descriptor: descriptor)
    var offset = 0
    while let next = try lines.next() {
      let line = try next.content.get()
      if line.contains(where: { $0 > 0x20 }) {
        reports.append(Place(id: "\(name)#\(next.number)", path: path, offset: offset, length: line.count))
      }
      offset += line.count + 1
    }
  }

  /// The bytes of a report.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable`.
  public static func read(_ place: Place) throws(DictumError) -> [UInt8] {
    guard let length = place.length else { return try FileInput.read(place.path) }
    let descriptor = open(place.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DictumError(.fileUnreadable, "\(place.path): \(systemMessage())") }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: length)
    var position = 0
    while position < length {
      let count = bytes.withUnsafeMutableBytes { raw in
        pread(descriptor, raw.baseAddress.map { $0 + position }, length - position, off_t(place.offset + position))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw DictumError(.fileUnreadable, "\(place.path): the report of \(place.id) is cut off") }
      position += count
    }
    return bytes
  }
}
