public import DictumKit

extension Document {
  /// The places that a layer's records name, as marks: a record's own span under `label`, its parts under their
  /// field's name (a quote's `spans` under `content`).
  public func marks<Element: Record>(of key: LayerKey<Element>, as label: String) -> [MarkedText.Mark] {
    self[key].flatMap { record in
      var record = record
      var collector = MarkCollector(label: label)
      record.visit(&collector)
      return collector.marks
    }.sorted()
  }
}

/// Collects the spans of a record.
private struct MarkCollector: PlainVisitor {
  let label: String
  var marks: [MarkedText.Mark] = []

  mutating func span(_ value: inout TextSpan) { marks.append(MarkedText.Mark(label: label, span: value)) }
  mutating func span(_ value: inout TextSpan?) {
    if let value { marks.append(MarkedText.Mark(label: label, span: value)) }
  }
  mutating func field<Part: Record>(_ name: StaticString, _ value: inout Part, _ summary: StaticString) {
    var collector = MarkCollector(label: "\(name)")
    value.visit(&collector)
    marks += collector.marks
  }
  mutating func field<Part: Record>(_ name: StaticString, _ value: inout [Part], _ summary: StaticString) {
    let partLabel = "\(name)" == "spans" ? "content" : "\(name)"
    for index in value.indices {
      var collector = MarkCollector(label: partLabel)
      value[index].visit(&collector)
      marks += collector.marks
    }
  }
}
