import DictumJSON
public import DictumKit

/// The line that takes the place of a report in a stream when a document failed.
public struct ErrorRecord: Record {
  private var id: String?
  private var error = FailureRecord()

  public init() {}

  /// The failure of a document, by id and by input line (from 1), as far as they are known.
  public init(id: String?, line: Int?, error: DictumError) {
    self.id = id
    self.error = FailureRecord(error, line: line)
  }

  public mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("id", &id, "the document's id, as far as it is known")
    fields.field("error", &error, "what went wrong")
  }

  /// One JSON object on one line: `{"id", "error": {"code", "message", "stage", "line"}}`.
  public var json: [UInt8] { RecordWriter.line(self) }
}

private struct FailureRecord: Record {
  private var code = ""
  private var message = ""
  private var stage: String?
  private var line: Int?

  init() {}

  init(_ error: DictumError, line: Int?) {
    code = error.diagnostics.first?.code.id ?? ""
    message = error.diagnostics.map(\.message).joined(separator: "; ")
    stage = error.diagnostics.first?.stage
    self.line = line
  }

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("code", &code, "stable code, see dictum explain")
    fields.field("message", &message, "what happened")
    fields.field("stage", &stage, "the stage that failed; null when the document could not be read")
    fields.field("line", &line, "the line of the input, from 1")
  }
}
