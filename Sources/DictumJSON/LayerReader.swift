package import DictumKit

/// Reads one layer; a class because `LayerVisitor` hands out typed keys without a result.
package final class LayerReader: LayerVisitor {
  private let object: JSONValue
  private let offsets: OffsetMap
  package private(set) var document: Document
  /// What is wrong with the records, in their order.
  package private(set) var problems: [String] = []

  package init(object: JSONValue, offsets: OffsetMap, document: Document) {
    self.object = object
    self.offsets = offsets
    self.document = document
  }

  package func visit<Element: Record>(_ key: LayerKey<Element>) {
    guard let value = object[key.name] else { return }
    guard let entries = value.array else {
      problems.append("`\(key.name)` must be a list, found \(value.kindName)")
      return
    }
    document[key] = entries.enumerated().map { index, entry in
      var reader = RecordReader(entry, offsets: offsets, path: "\(key.name)[\(index)]")
      let record = reader.read(Element.self)
      problems += reader.problems
      return record
    }
  }
}
