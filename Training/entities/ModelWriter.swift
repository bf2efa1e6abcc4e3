import DictumKit
import Entities
import Foundation

/// Writes a trained tagger in the format that `LinearModelFile` describes.
struct ModelWriter {
  private var header: [String] = []
  private var data = Data()

  init(_ model: LinearModel, clusters: ClusterTable, training: String) {
    let words = clusters.ids.sorted { $0.key < $1.key }
    add("features", "I64", [model.features.count], model.features)
    add("row_lengths", "U8", [model.lengths.count], model.lengths)
    add("row_labels", "U8", [model.rowLabels.count], model.rowLabels)
    add("row_values", "I8", [model.rowValues.count], model.rowValues)
    add("scale", "F32", [1], [model.scale])
    let labels = model.chain.labels
    add("transitions", "F32", [labels, labels], model.chain.transitions)
    add("initial", "F32", [labels], model.chain.initial)
    add("cluster_words", "I64", [words.count], words.map(\.key))
    add("cluster_ids", "I32", [words.count], words.map(\.value))
    header.append("\"__metadata__\":{\"dictum.format\":\"1\",\"dictum.training\":\"\(training)\"}")
  }

  private mutating func add<Element>(_ name: String, _ type: String, _ shape: [Int], _ values: [Element]) {
    let start = data.count
    values.withUnsafeBytes { data.append(contentsOf: $0) }
    header.append("\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":[\(start),\(data.count)]}")
  }

  func write(to path: String) throws {
    var text = Data("{\(header.joined(separator: ","))}".utf8)
    while text.count % 8 != 0 { text.append(0x20) }
    var length = UInt64(text.count).littleEndian
    var file = Data(bytes: &length, count: 8)
    file.append(text)
    file.append(data)
    try file.write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}
