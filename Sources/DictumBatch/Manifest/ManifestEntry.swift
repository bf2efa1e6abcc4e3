import DictumCorpus
import DictumJSON
import DictumKit
import DictumReports

/// What a batch's manifest says of an article.
struct ManifestEntry: Record, Equatable {
  /// What has become of an article.
  enum Status: String, CaseIterable, Sendable {
    case done, failed
    /// The file is no article; `failure` says what it is.
    case passedOver = "passed over"
  }

  /// Why an article has no report.
  struct Failure: Record, Equatable {
    var code = ""
    /// The stage that failed; nil when the article could not be read or its report not written.
    var stage: String?
    var message = ""

    mutating func visit(_ fields: inout some FieldVisitor) {
      fields.field("code", &code, "stable code, see dictum explain")
      fields.field("stage", &stage, "the stage that failed; null when the article could not be read or written")
      fields.field("message", &message, "what happened")
    }
  }

  /// The article's key: its path below the searched folder; in a JSON-lines file also `#` and the line.
  var article = ""
  var status = Status.done
  /// The hash of the article's bytes and of all that decides its report; empty where it could not be read.
  var hash = ""
  /// Where the report lies, below the out folder; empty where there is none.
  var report = ""
  /// Where it begins in that file, and its length; in bytes.
  var offset = 0
  var length = 0
  /// Words in the article.
  var words = 0
  var failure: Failure?

  init() {}

  init(article: String) { self.article = article }

  /// The entry of an article that has no report.
  init(article: String, hash: String = "", status: Status = .failed, error: DictumError) {
    self.article = article
    self.hash = hash
    self.status = status
    failure = Failure()
    failure?.code = error.diagnostics.first?.code.id ?? ""
    failure?.stage = error.diagnostics.first?.stage
    failure?.message = error.diagnostics.map(\.message).joined(separator: "; ")
  }

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("article", &article, "its path below the searched folder; for JSON lines also # and the line")
    fields.field("status", &status, "whether there is a report")
    fields.field("hash", &hash, "of the article and all that decides its report; empty where it could not be read")
    fields.field("report", &report, "the report's file below the out folder; empty where there is none")
    fields.field("offset", &offset, "where the report begins in its file, in bytes")
    fields.field("length", &length, "the report's length, in bytes")
    fields.field("words", &words, "words in the article")
    fields.field("error", &failure, "why there is no report; null where there is one")
  }

  /// One JSON object on one line.
  var line: [UInt8] { RecordWriter.line(self) }

  /// The entry of a done article; nil for any other line.
  init?(done object: JSONValue) {
    guard let entry = RecordReader.record(ManifestEntry.self, of: object), entry.status == .done,
      !entry.article.isEmpty, !entry.hash.isEmpty, !entry.report.isEmpty, entry.offset >= 0, entry.length > 0,
      entry.words >= 0
    else { return nil }
    self = entry
  }
}

/// The JSON Schemas (draft 2020-12) of what a batch writes besides reports, made from the types that write it.
public enum BatchSchema {
  /// Of an entry of `manifest.jsonl`.
  public static var manifest: [UInt8] {
    RecordSchema.document("An article's line in the manifest.jsonl of a Dictum batch", of: ManifestEntry.self)
  }

  /// Of `summary.json`.
  public static var summary: [UInt8] {
    RecordSchema.document("The summary.json of a Dictum batch", of: CorpusSummary.self)
  }
}
