package import DictumLinear
import Foundation

/// Writes trained tables as safetensors, in the format that `LinearModelFile` describes.
package struct TableWriter {
  private var header: [String] = []
  private var data = Data()

  package init() {}

  /// A model's tensors, their names with a prefix.
  package mutating func add(_ model: LinearModel, prefix: String = "") {
    add(prefix + "features", "I64", [model.features.count], model.features)
    add(prefix + "row_lengths", "U8", [model.lengths.count], model.lengths)
    add(prefix + "row_labels", "U8", [model.rowLabels.count], model.rowLabels)
    add(prefix + "row_values", "I8", [model.rowValues.count], model.rowValues)
    add(prefix + "scale", "F32", [1], [model.scale])
    let labels = model.chain.labels
    add(prefix + "transitions", "F32", [labels, labels], model.chain.transitions)
    add(prefix + "initial", "F32", [labels], model.chain.initial)
  }

  /// A table of words, as the tensors `words` and `numbers`.
  package mutating func add(_ table: [UInt64: UInt32], words: String, numbers: String) {
    let entries = table.sorted { $0.key < $1.key }
    add(words, "I64", [entries.count], entries.map(\.key))
    add(numbers, "I32", [entries.count], entries.map(\.value))
  }

  /// A single number.
  package mutating func add(_ value: Float, name: String) { add(name, "F32", [1], [value]) }

  /// Bytes of eight-bit weights.
  package mutating func add(_ values: [Int8], name: String) { add(name, "I8", [values.count], values) }

  private mutating func add<Element>(_ name: String, _ type: String, _ shape: [Int], _ values: [Element]) {
    let start = data.count
    values.withUnsafeBytes { data.append(contentsOf: $0) }
    header.append("\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":[\(start),\(data.count)]}")
  }

  /// Writes the file.
  ///
  /// - Parameter training: says what the tables were trained on.
  package func write(to path: String, training: String) throws {
    let about = "\"__metadata__\":{\"dictum.format\":\"1\",\"dictum.training\":\"\(training)\"}"
    var text = Data("{\((header + [about]).joined(separator: ","))}".utf8)
    while text.count % 8 != 0 { text.append(0x20) }
    var length = UInt64(text.count).littleEndian
    var file = Data(bytes: &length, count: 8)
    file.append(text)
    file.append(data)
    try file.write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
