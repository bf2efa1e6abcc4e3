import DictumJSON
import DictumKit

/// What a batch's manifest says of an article.
struct ManifestEntry: Sendable, Equatable {
  /// Why an article has no report.
  struct Failure: Sendable, Equatable {
    var code: String
    /// The stage that failed; nil when the article could not be read or its report not written.
    var stage: String?
    var message: String
  }

  /// The article's key: its path below the searched folder; in a JSON-lines file also `#` and the line.
  var article: String
  /// The hash of the article's bytes and of all that decides its report; empty where it could not be read.
  var hash = ""
  /// Where the report lies, below the out folder.
  var report = ""
  /// Where it begins in that file, and its length; in bytes.
  var offset = 0
  var length = 0
  /// Words in the article.
  var words = 0
  var failure: Failure?
  /// Whether the file is no article; `failure` then says what it is.
  var isPassedOver = false

  /// One JSON object on one line.
  var line: [UInt8] {
    var json = JSONBuffer()
    json.openObject()
    json.key("article")
    json.string(article)
    json.key("status")
    json.string(isPassedOver ? "passed over" : failure == nil ? "done" : "failed")
    json.key("hash")
    json.string(hash)
    if let failure {
      json.key("error")
      json.openObject()
      json.key("code")
      json.string(failure.code)
      json.key("stage")
      if let stage = failure.stage { json.string(stage) } else { json.null() }
      json.key("message")
      json.string(failure.message)
      json.closeObject()
    } else {
      json.key("report")
      json.string(report)
      json.key("offset")
      json.integer(offset)
      json.key("length")
      json.integer(length)
      json.key("words")
      json.integer(words)
    }
    json.closeObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// The entry of a done article; nil for any other line.
  init?(done object: JSONValue) {
    guard object["status"]?.string == "done", let article = object["article"]?.string,
      let hash = object["hash"]?.string, let report = object["report"]?.string,
      let offset = object["offset"]?.integer, let length = object["length"]?.integer,
      let words = object["words"]?.integer, offset >= 0, length >= 0, words >= 0
    else { return nil }
    self.article = article
    self.hash = hash
    self.report = report
    self.offset = offset
    self.length = length
    self.words = words
  }

  init(article: String) { self.article = article }

  /// The entry of an article that has no report.
  init(article: String, hash: String = "", error: DictumError) {
    self.article = article
    self.hash = hash
    failure = Failure(
      code: error.diagnostics.first?.code.id ?? "",
      stage: error.diagnostics.first?.stage,
      message: error.diagnostics.map(\.message).joined(separator: "; ")
    )
  }
}
