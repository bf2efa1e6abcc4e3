import DictumKit
package import DictumLinear
import DictumModelFile
import Foundation

/// Word clusters from a table `word <tab> coarse <tab> fine`, or from a model file that holds them.
package struct ClusterTable {
  /// Coarse in the upper half, fine in the lower, by the hash of the word.
  package let ids: [UInt64: UInt32]

  package init(path: String) throws {
    guard !path.hasSuffix(".safetensors") else {
      let place = URL(fileURLWithPath: path)
      let store = ModelStore(folders: [place.deletingLastPathComponent().path])
      let file = try store.tables(place.deletingPathExtension().lastPathComponent)
      let words = try file.integers("cluster_words", as: UInt64.self)
      let numbers = try file.integers("cluster_ids", as: UInt32.self)
      ids = Dictionary(zip(words, numbers)) { first, _ in first }
      return
    }
    var ids: [UInt64: UInt32] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 3, let coarse = UInt32(fields[1]), let fine = UInt32(fields[2]) else { continue }
      ids[FeatureHash(fields[0].utf8).value] = coarse << 16 | fine
    }
    self.ids = ids
  }

  /// The clusters as a feature extractor looks them up.
  package var words: WordTable { WordTable(ids.map { (hash: $0.key, value: $0.value) }) }
}
