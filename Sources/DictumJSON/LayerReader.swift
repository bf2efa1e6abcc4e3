package import DictumKit

/// Reads the layers of a JSON object.
package struct LayerReader {
  private let object: JSONValue
  private let offsets: OffsetMap
  private let isStrict: Bool
  /// What is wrong with the records, in their order.
  package private(set) var problems: [String] = []

  /// A reader of an object's layers.
  ///
  /// - Parameter isStrict: unknown fields are wrong, and so are absent numbers that would be read as 0.
  package init(object: JSONValue, offsets: OffsetMap, isStrict: Bool = false) {
    self.object = object
    self.offsets = offsets
    self.isStrict = isStrict
  }

  /// Reads a layer into the document; nothing where the object does not have it.
  package mutating func read(_ layer: some Layer, into document: inout Document) {
    guard let value = object[layer.name] else { return }
    guard let entries = value.array else {
      problems.append("`\(layer.name)` must be a list, found \(value.kindName)")
      return
    }
    document[layer.key] = records(entries, layer)
  }

  private mutating func records<Content: Layer>(_ entries: [JSONValue], _ layer: Content) -> [Content.Element] {
    entries.enumerated().map { index, entry in
      var reader = RecordReader(entry, offsets: offsets, path: "\(layer.name)[\(index)]", isStrict: isStrict)
      let record = reader.read(Content.Element.self)
      problems += reader.problems
      return record
    }
  }
}
