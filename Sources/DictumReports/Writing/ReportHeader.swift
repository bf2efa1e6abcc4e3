package import DictumKit

/// The fields of a report before its text and its layers.
struct ReportHeader: Record {
  /// The version of the format that this Dictum writes.
  static let version = 2
  /// The fields that every report has.
  static let required = [
    "report", "id", "source", "title", "date", "url", "language", "author", "site", "pipeline", "plugins", "models",
    "offsets", "diagnostics",
  ]

  private var report = version
  private var id = ""
  private var metadata = Metadata()
  private var pipeline = PipelineRecord()
  private var plugins: [PluginRecord] = []
  private var models: [ModelRecord] = []
  private var offsets = OffsetUnit.unicodeScalar

  init() {}

  init(_ document: Document, _ run: RunDescription, offsets: OffsetUnit) {
    id = document.id
    metadata = document.metadata
    pipeline = PipelineRecord(name: run.pipeline.name, hash: run.pipeline.hash)
    plugins = run.plugins.map { PluginRecord(name: $0.name, version: $0.version) }
    models = run.models.map { ModelRecord(name: $0.name, sha256: $0.sha256) }
    self.offsets = offsets
  }

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("report", &report, "the version of this format: 2")
    fields.field("id", &id, "the document's id")
    metadata.visit(&fields)
    fields.field("pipeline", &pipeline, "the pipeline that made the report")
    fields.field("plugins", &plugins, "the plugins whose stages took part")
    fields.field("models", &models, "the models that took part")
    fields.field("offsets", &offsets, "the unit of every start and end; ranges are half-open")
  }
}

extension Metadata {
  /// Names the fields, as a record does, for those that hold metadata beside fields of their own.
  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("source", &source, "the file that the text came from")
    fields.field("title", &title, "the article's title")
    fields.field("date", &date, "the article's date")
    fields.field("url", &url, "the article's address")
    fields.field("language", &language, "BCP 47 tag")
    fields.field("author", &author, "who wrote the article, as its source says")
    fields.field("site", &site, "the site, paper or agency that published it")
  }
}

private struct PipelineRecord: Record {
  var name = ""
  var hash = ""

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name, "the pipeline's name")
    fields.field("hash", &hash, "identifies stages and settings")
  }
}

private struct PluginRecord: Record {
  var name = ""
  var version: String?

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name, "the plugin's name")
    fields.field("version", &version, "the version that it declares; null for those that are part of Dictum")
  }
}

private struct ModelRecord: Record {
  var name = ""
  var sha256 = ""

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name, "the model's name")
    fields.field("sha256", &sha256, "SHA-256 of its file")
  }
}

/// A document's diagnostic as the report shows it.
struct DiagnosticRecord: Record {
  var code = ""
  var severity = ""
  var message = ""
  var stage: String?
  var span: TextSpan?

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
