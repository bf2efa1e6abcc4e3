public import DictumKit

/// The JSON Schema (draft 2020-12) of a version 1 report, made from the types that write it.
public enum ReportSchema {
  /// The schema as UTF-8 JSON, ended by a line feed.
  ///
  /// - Parameter layers: the layers that loaded plugins declare, in the report's order.
  public static func json(layers: [LayerDeclaration]) -> [UInt8] {
    var schema = RecordSchema()
    schema.document("Dictum report, version 1", required: Header.required) { schema in
      var header = Header()
      header.visit(&schema)
      for layer in layers {
        let visitor = LayerSchema(schema)
        // The visitor throws nothing; `open` is declared for readers, which do.
        try? layer.open(visitor)
        schema = visitor.schema
      }
      schema.layer("diagnostics", "what stages had to say about the document", of: DiagnosticRecord.self)
    }
    return schema.json.bytes + [UInt8(ascii: "\n")]
  }
}

/// The fields before the layers.
private struct Header: Record {
  static let required = [
    "report", "id", "source", "title", "date", "url", "language", "pipeline", "models", "offsets", "diagnostics",
  ]

  private var number = 1
  private var id = ""
  private var optional: String?
  private var pipeline = PipelineRecord()
  private var models: [ModelRecord] = []
  private var offsets = OffsetUnit.unicodeScalar
  private var text = ""

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("report", &number, "the version of this format: 1")
    fields.field("id", &id, "the document's id")
    fields.field("source", &optional, "the file that the text came from")
    fields.field("title", &optional, "the article's title")
    fields.field("date", &optional, "the article's date")
    fields.field("url", &optional, "the article's address")
    fields.field("language", &optional, "BCP 47 tag")
    fields.field("pipeline", &pipeline, "the pipeline that made the report")
    fields.field("models", &models, "the models that took part")
    fields.field("offsets", &offsets, "the unit of every start and end; ranges are half-open")
    fields.field("text", &text, "the text that offsets count in; absent when the pipeline says so")
  }
}

private struct PipelineRecord: Record {
  private var name = ""
  private var hash = ""

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name, "the pipeline's name")
    fields.field("hash", &hash, "identifies stages and settings")
  }
}

private struct ModelRecord: Record {
  private var name = ""
  private var sha256 = ""

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name, "the model's name")
    fields.field("sha256", &sha256, "SHA-256 of its file")
  }
}

/// Describes one layer; a class because `LayerVisitor` hands out typed keys without a result.
private final class LayerSchema: LayerVisitor {
  var schema: RecordSchema

  init(_ schema: RecordSchema) { self.schema = schema }

  func visit<Element: Record>(_ key: LayerKey<Element>) {
    schema.layer(key.name, key.summary, of: Element.self)
  }
}
