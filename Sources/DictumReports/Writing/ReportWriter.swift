import DictumJSON
public import DictumKit

/// What a report says of the run that made it.
public struct RunDescription: Sendable {
  /// The pipeline's name and the hash of what it computes.
  public var pipeline: (name: String, hash: String)
  /// The models that took part, with the SHA-256 of their files.
  public var models: [(name: String, sha256: String)]
  /// The layers that the pipeline's stages provide or keep, in the order of the report.
  public var layers: [LayerDeclaration]

  /// Describes a run.
  public init(
    pipeline: (name: String, hash: String),
    models: [(name: String, sha256: String)],
    layers: [LayerDeclaration]
  ) {
    self.pipeline = pipeline
    self.models = models
    self.layers = layers
  }
}

/// How a report is laid out.
public enum ReportLayout: Sendable {
  /// One object on several lines, each record on a line of its own.
  case lines
  /// One object on one line, ended by a line feed (NDJSON).
  case ndjson
}

/// Writes documents as version 1 reports (the contract in `Docs/report.md`).
public struct ReportWriter: Sendable {
  private let run: RunDescription
  private let options: ReportOptions
  private let layout: ReportLayout

  /// A writer for the documents of one run.
  public init(run: RunDescription, options: ReportOptions, layout: ReportLayout) {
    self.run = run
    self.options = options
    self.layout = layout
  }

  /// The report of a document as UTF-8 bytes, ended by a line feed.
  public func report(on document: Document) -> [UInt8] {
    var writer = RecordWriter(
      json: JSONBuffer(capacity: document.text.count * 2 + 4_096),
      text: document.text,
      offsets: OffsetMap(document.text, unit: options.offsets)
    )
    writer.json.openObject()
    writeHeader(document, &writer)
    for layer in run.layers where layer.name != "tokens" || options.tokens {
      // Moved, not copied: two owners would make each layer's first byte copy the whole report.
      let visitor = LayerWriter(document: document, breaksLines: layout == .lines, writer: consume writer)
      // The visitor throws nothing; `open` is declared for readers, which do.
      try? layer.open(visitor)
      writer = visitor.writer
    }
    writeDiagnostics(document, &writer)
    if layout == .lines { writer.json.layoutBeforeClose("\n") }
    writer.json.closeObject()
    return writer.json.bytes + [UInt8(ascii: "\n")]
  }

  private func writeHeader(_ document: Document, _ writer: inout RecordWriter) {
    startLine(&writer)
    writer.json.key("report")
    writer.json.integer(1)
    startLine(&writer)
    writer.json.key("id")
    writer.json.string(document.id)
    let metadata = document.metadata
    let fields: [(StaticString, String?)] = [
      ("source", metadata.source), ("title", metadata.title), ("date", metadata.date), ("url", metadata.url),
      ("language", metadata.language),
    ]
    for (name, value) in fields {
      startLine(&writer)
      writer.json.key(name)
      if let value { writer.json.string(value) } else { writer.json.null() }
    }
    writeRun(&writer)
    startLine(&writer)
    writer.json.key("offsets")
    writer.json.string(options.offsets.rawValue)
    if options.text {
      startLine(&writer)
      writer.json.key("text")
      document.text.bytes.withUnsafeBufferPointer { writer.json.string($0) }
    }
  }

  private func writeRun(_ writer: inout RecordWriter) {
    startLine(&writer)
    writer.json.key("pipeline")
    writer.json.openObject()
    writer.json.key("name")
    writer.json.string(run.pipeline.name)
    writer.json.key("hash")
    writer.json.string(run.pipeline.hash)
    writer.json.closeObject()
    startLine(&writer)
    writer.json.key("models")
    writer.json.openArray()
    for model in run.models {
      writer.json.openObject()
      writer.json.key("name")
      writer.json.string(model.name)
      writer.json.key("sha256")
      writer.json.string(model.sha256)
      writer.json.closeObject()
    }
    writer.json.closeArray()
  }

  private func writeDiagnostics(_ document: Document, _ writer: inout RecordWriter) {
    startLine(&writer)
    writer.json.key("diagnostics")
    writer.json.openArray()
    for diagnostic in document.diagnostics { writer.write(DiagnosticRecord(diagnostic)) }
    writer.json.closeArray()
  }

  private func startLine(_ writer: inout RecordWriter) {
    if layout == .lines { writer.json.layout("\n ") }
  }
}

/// A document's diagnostic as the report shows it.
struct DiagnosticRecord: Record {
  var code = ""
  var severity = ""
  var message = ""
  var stage: String?
  var span: Span?

  init() {}

  init(_ diagnostic: Diagnostic) {
    code = diagnostic.code.id
    severity = diagnostic.severity.rawValue
    message = diagnostic.message
    stage = diagnostic.stage
    span = diagnostic.span
  }

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("code", &code, "stable code, see dictum explain")
    fields.field("severity", &severity, "error or warning")
    fields.field("message", &message, "what happened")
    fields.field("stage", &stage, "the stage that says so")
    fields.span(&span)
  }
}
