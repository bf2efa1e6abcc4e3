import DictumHash
import DictumJSON
public import DictumKit
import DictumReports

/// A report as a program reads it back.
public struct ReadReport: Sendable {
  public let id: String
  /// Identifies the report's bytes.
  public let digest: String
  /// The text with the report's layers.
  public let document: Document
  /// The pipeline that made it: its name, and the hash of its stages and settings.
  public let pipeline: (name: String, hash: String)
}

/// Reads reports back with their standard layers.
public struct ReportReader: Sendable {
  /// What came of reading a report.
  public enum Outcome: Sendable {
    case report(ReadReport)
    /// Its bytes are those that the caller knows.
    case known
    /// An error record that stands for a report.
    case failure(ReportFolder.Failure)
    /// It cannot be read; the error names it.
    case unreadable(DictumError)
  }

  private let documents: DocumentReader

  /// A reader of some layers, or of all that Dictum knows.
  public init(layers: [any Layer] = StandardLayers.all) { documents = DocumentReader(layers: layers) }

  /// Reads a report, unless its digest is `known`.
  public func read(_ place: ReportFolder.Place, known: String? = nil) -> Outcome {
    do throws(DictumError) {
      var bytes = try ReportFolder.read(place)
      var hash = StableHash()
      hash.combine(bytes)
      let digest = hash.hexadecimal
      if digest == known { return .known }
      _ = replaceLoneSurrogates(&bytes)
      return try JSONValue.parse(bytes) { object throws(DictumError) in
        if let error = object["error"] { return .failure(Self.failure(error, id: place.id)) }
        guard object["report"] != nil else { throw DictumError(.invalidDocument, "no report: `report` is missing") }
        let pipeline = object["pipeline"]
        return .report(
          ReadReport(
            id: place.id,
            digest: digest,
            document: try documents.document(of: object, fallbackID: place.id),
            pipeline: (pipeline?["name"]?.string ?? "", pipeline?["hash"]?.string ?? "")
          )
        )
      }
    } catch {
      return .unreadable(
        DictumError(
          error.diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            if !diagnostic.message.contains(place.id) { diagnostic.message = "\(place.id): \(diagnostic.message)" }
            return diagnostic
          }
        )
      )
    }
  }

  /// What an error record says.
  static func failure(_ error: JSONValue, id: String) -> ReportFolder.Failure {
    ReportFolder.Failure(
      id: id,
      code: error["code"]?.string ?? "",
      stage: error["stage"]?.string,
      message: error["message"]?.string ?? ""
    )
  }
}
