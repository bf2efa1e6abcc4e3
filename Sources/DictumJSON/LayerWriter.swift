package import DictumKit

/// Writes one layer; a class because `LayerVisitor` hands out typed keys without a result.
package final class LayerWriter: LayerVisitor {
  private let document: Document
  private let breaksLines: Bool
  package private(set) var writer: RecordWriter

  package init(document: Document, breaksLines: Bool, writer: RecordWriter) {
    self.document = document
    self.breaksLines = breaksLines
    self.writer = writer
  }

  package func visit<Element: Record>(_ key: LayerKey<Element>) {
    guard document.has(key.name) else { return }
    if breaksLines { writer.json.layout("\n ") }
    writer.json.key(key.name)
    writer.json.openArray()
    let records = document[key]
    for record in records {
      if breaksLines { writer.json.layout("\n  ") }
      writer.write(record)
    }
    if breaksLines && !records.isEmpty { writer.json.layoutBeforeClose("\n ") }
    writer.json.closeArray()
  }
}
