public import DictumKit

/// The JSON Schema (draft 2020-12) of a version 1 report, made from the types that write it.
public enum ReportSchema {
  /// The schema as UTF-8 JSON, ended by a line feed.
  ///
  /// - Parameter layers: the layers that loaded plugins declare, in the report's order.
  public static func json(layers: [any Layer]) -> [UInt8] {
    var schema = RecordSchema()
    schema.document("Dictum report, version \(ReportHeader.version)", required: ReportHeader.required) { schema in
      var header = ReportHeader()
      header.visit(&schema)
      var text = ""
      schema.field("text", &text, "the text that offsets count in; absent when the pipeline says so")
      for layer in layers { schema.layer(layer) }
      schema.layer("diagnostics", "what stages had to say about the document", of: DiagnosticRecord.self)
    }
    return schema.json.bytes + [UInt8(ascii: "\n")]
  }
}
