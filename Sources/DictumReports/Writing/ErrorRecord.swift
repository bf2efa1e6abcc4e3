import DictumJSON
public import DictumKit

/// The line that takes the place of a report in a stream when a document failed.
public struct ErrorRecord: Sendable {
  private let id: String?
  private let line: Int?
  private let error: DictumError

  /// The failure of a document, by id and by input line (from 1), as far as they are known.
  public init(id: String?, line: Int?, error: DictumError) {
    self.id = id
    self.line = line
    self.error = error
  }

  /// One JSON object on one line: `{"error": {"code", "message", "stage", "line"}, "id"}`.
  public var json: [UInt8] {
    var json = JSONBuffer()
    json.openObject()
    json.key("id")
    if let id { json.string(id) } else { json.null() }
    json.key("error")
    json.openObject()
    let first = error.diagnostics.first
    json.key("code")
    json.string(first?.code.id ?? "")
    json.key("message")
    json.string(error.diagnostics.map(\.message).joined(separator: "; "))
    json.key("stage")
    if let stage = first?.stage { json.string(stage) } else { json.null() }
    json.key("line")
    if let line { json.integer(line) } else { json.null() }
    json.closeObject()
    json.closeObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
