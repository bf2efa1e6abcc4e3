import DictumJSON
public import DictumKit

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
      writer.write(layer, of: document, breaksLines: layout == .lines)
    }
    writeDiagnostics(document, &writer)
    if layout == .lines { writer.json.layoutBeforeClose("\n") }
    writer.json.closeObject()
    return writer.json.bytes + [UInt8(ascii: "\n")]
  }

  private func writeHeader(_ document: Document, _ writer: inout RecordWriter) {
    writer.writeFields(of: ReportHeader(document, run, offsets: options.offsets), breaksLines: layout == .lines)
    guard options.text else { return }
    startLine(&writer)
    writer.json.key("text")
    // From the bytes: a string would be a copy, and the text is most of a report.
    document.text.bytes.withUnsafeBufferPointer { writer.json.string($0) }
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
