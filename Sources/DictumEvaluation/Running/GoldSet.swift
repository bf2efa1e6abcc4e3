import DictumJSON
public import DictumKit
import DictumReading

/// Documents with gold, read from JSON lines, `.gz` too.
public struct GoldSet: Sendable {
  public let documents: [Annotation]

  /// Reads files in order.
  ///
  /// - Throws: `fileNotFound`, `fileUnreadable`, `damagedArchive`, `malformedJSON`, `invalidDocument`, each with file and
  ///   line; `usage` when two documents share an id, or one has none.
  public init(_ files: [String]) throws(DictumError) {
    var documents: [Annotation] = []
    var ids: Set<String> = []
    for file in files {
      try Self.read(file) { (annotation, place) throws(DictumError) in
        guard let id = annotation.id, ids.insert(id).inserted else {
          let what = annotation.id.map { "a second document has the id `\($0)`" } ?? "the document has no `id`"
          throw DictumError(.invalidDocument, "\(place): \(what), by which reports are found")
        }
        documents.append(annotation)
      }
    }
    self.documents = documents
  }

  /// Reports by the ids of their documents; the last of an id counts.
  ///
  /// - Throws: as the initialiser.
  public static func reports(_ file: String) throws(DictumError) -> [String: Annotation] {
    var reports: [String: Annotation] = [:]
    try read(file) { (annotation, _) throws(DictumError) in
      if let id = annotation.id { reports[id] = annotation }
    }
    return reports
  }

  private static func read(
    _ file: String,
    _ take: (Annotation, String) throws(DictumError) -> Void
  ) throws(DictumError) {
    var lines = try ArticleLines(path: file, name: file, limit: SourceText.maximumByteCount)
    while let line = lines.nextLine() {
      let place = "\(file), line \(lines.number)"
      let bytes = try line.get()
      let annotation: Annotation
      do throws(DictumError) {
        annotation = try Annotation(json: bytes)
      } catch {
        throw DictumError(error.diagnostics.map { Diagnostic($0.code, "\(place): \($0.message)", notes: $0.notes) })
      }
      try take(annotation, place)
    }
  }
}

extension Annotation {
  /// The document without its gold, as JSON for a pipeline: the targets alone go along, where stances are asked for.
  public var question: [UInt8] {
    var json = JSONBuffer()
    json.openObject()
    json.key("id")
    json.string(id ?? "")
    json.key("text")
    json.string(string(Place(start: 0, end: text.count)))
    json.key("offsets")
    json.string(OffsetUnit.unicodeScalar.rawValue)
    if StanceMeasure.applies(to: self) {
      json.key("targets")
      json.openArray()
      for stance in stances { write(stance, &json) }
      json.closeArray()
    }
    json.closeObject()
    return json.bytes
  }

  private func write(_ stance: Stance, _ json: inout JSONBuffer) {
    json.openObject()
    if let target = stance.target {
      json.key("start")
      json.integer(target.start)
      json.key("end")
      json.integer(target.end)
    }
    if let text = stance.targetText {
      json.key("text")
      json.string(text)
    }
    json.closeObject()
  }
}
