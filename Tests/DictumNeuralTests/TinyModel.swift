import Foundation

@testable import DictumModelFile
@testable import DictumNeural

/// A model of a few thousand numbers, made up by a fixed rule, as a file's bytes.
struct TinyModel {
  struct Entry {
    var type: TensorType
    var shape: [Int]
    var bytes: [UInt8]
  }

  var metadata: [String: String]
  var tensors: [String: Entry] = [:]
  private var state: UInt64 = 7

  static let width = 32
  static let layers = 2
  static let feedForward = 64
  static let pieces = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "minister", "said", "nothing", "new", "##s", "##er", "cafe", "re",
    "##sume", "東", "京", ".", ",", "“", "”", "'", "a", "b", "##b", "stra", "##ße", "5", "##0", "%", "win", "##ning", "σ",
  ]
  static let tags = ["O", "B-person", "I-person", "B-place", "I-place"]

  init(window: Int = 24) {
    let (width, vocabulary) = (Self.width, Self.pieces.count)
    metadata = [
      "dictum.format": "1", "dictum.name": "tiny", "dictum.training": "{}",
      "dictum.config": """
      {"layers":\(Self.layers),"width":\(width),"attention_heads":2,"feed_forward":\(Self.feedForward),"positions":64,
      "vocabulary":\(vocabulary),"shapes":16,"norm_epsilon":1e-12,"window":\(window)}
      """,
      "dictum.heads": """
      [{"name":"people","kind":"tagger","labels":["O","B-person","I-person","B-place","I-place"]},
      {"name":"stance","kind":"span","labels":["against","neutral","favor"],"temperature":2.0},
      {"name":"topic","kind":"pair","labels":["against","neutral","favor"]},
      {"name":"same","kind":"link","labels":["same"]},
      {"name":"mood","kind":"sentence","labels":["negative","neutral","positive"]},
      {"name":"grammar","kind":"parser","labels":["nsubj","obj","parataxis","root"],"upos":["NOUN","VERB","PUNCT"]}]
      """,
    ]
    let text = Array(Self.pieces.joined(separator: "\n").utf8)
    tensors["tokenizer.vocabulary"] = Entry(type: .u8, shape: [text.count], bytes: text)
    matrix("encoder.embeddings.word", vocabulary, width)
    floats("encoder.embeddings.position.weight", [64, width])
    floats("encoder.embeddings.segment.weight", [2, width])
    floats("encoder.embeddings.shape.weight", [16, width])
    norm("encoder.embeddings.norm")
    for layer in 0..<Self.layers {
      let prefix = "encoder.layers.\(layer)."
      linear(prefix + "attention.qkv", 3 * width, width)
      linear(prefix + "attention.output", width, width)
      norm(prefix + "attention.norm")
      linear(prefix + "feed_forward.up", Self.feedForward, width)
      linear(prefix + "feed_forward.down", width, Self.feedForward)
      norm(prefix + "feed_forward.norm")
    }
    floats("heads.people.shape.weight", [16, 4])
    floats("heads.same.distance.weight", [16, 4])
    for (name, features, labels) in [
      ("people", width + 12, 5), ("stance", 3 * width, 3), ("topic", 3 * width, 3), ("mood", 2 * width, 3),
      ("same", 3 * width + 4, 1),
    ] {
      linear("heads.\(name).hidden", 16, features)
      floats("heads.\(name).output.weight", [labels, 16])
      floats("heads.\(name).output.bias", [labels])
    }
    // 48 numbers of shapes and 32 of a vector are whole lanes, so that the 8-bit path serves the parser.
    floats("heads.grammar.shape.weight", [16, 16])
    for name in ["hidden", "arc_dependent", "arc_head", "rel_dependent", "rel_head"] {
      linear("heads.grammar.\(name)", 32, width + 48)
    }
    linear("heads.grammar.arc_bilinear", 32, 32)
    for (name, labels) in [("output", 3), ("rel_output", 4)] {
      floats("heads.grammar.\(name).weight", [labels, 32])
      floats("heads.grammar.\(name).bias", [labels])
    }
    floats("heads.grammar.root", [32])
    floats("heads.grammar.rel_root", [32])
  }

  /// The next number of the fixed rule, from -1 to 1.
  private mutating func next() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(Int32(truncatingIfNeeded: state >> 32)) / Float(Int32.max)
  }

  private mutating func floats(_ name: String, _ shape: [Int], offset: Float = 0) {
    let values = (0..<shape.reduce(1, *)).map { _ in next() * 0.5 + offset }
    tensors[name] = Entry(type: .f32, shape: shape, bytes: values.withUnsafeBytes { Array($0) })
  }

  private mutating func norm(_ name: String) {
    floats(name + ".weight", [Self.width], offset: 1)
    floats(name + ".bias", [Self.width])
  }

  /// A matrix in 8 bits with its scales.
  private mutating func matrix(_ name: String, _ rows: Int, _ columns: Int) {
    let values = (0..<rows * columns).map { _ in UInt8(bitPattern: Int8(next() * 127)) }
    tensors[name + ".weight"] = Entry(type: .i8, shape: [rows, columns], bytes: values)
    let scales = (0..<rows).map { _ in 0.002 + abs(next()) * 0.002 }
    tensors[name + ".scale"] = Entry(type: .f32, shape: [rows], bytes: scales.withUnsafeBytes { Array($0) })
  }

  private mutating func linear(_ name: String, _ outputs: Int, _ inputs: Int) {
    matrix(name, outputs, inputs)
    floats(name + ".bias", [outputs])
  }

  /// The safetensors file.
  func bytes() throws -> [UInt8] {
    var header: [String: Any] = ["__metadata__": metadata]
    var data: [UInt8] = []
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      header[name] = [
        "dtype": tensor.type.rawValue, "shape": tensor.shape,
        "data_offsets": [data.count, data.count + tensor.bytes.count],
      ]
      data += tensor.bytes
    }
    // The header's length is left odd, so that floats lie unaligned.
    var text = Array(try JSONSerialization.data(withJSONObject: header, options: [.sortedKeys]))
    if text.count % 2 == 0 { text.append(0x20) }
    return withUnsafeBytes(of: UInt64(text.count).littleEndian) { Array($0) } + text + data
  }

  /// The values of a tensor, in floats.
  func values(_ name: String) -> [Float] {
    guard let tensor = tensors[name + ".weight"] ?? tensors[name] else { return [] }
    if tensor.type == .i8 {
      let scales = values(name + ".scale")
      let columns = tensor.shape[1]
      return tensor.bytes.enumerated().map { Float(Int8(bitPattern: $1)) * scales[$0 / columns] }
    }
    return tensor.bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map { bytes.loadUnaligned(fromByteOffset: $0 * 4, as: Float.self) }
    }
  }
}

/// A file that is removed when its owner goes.
final class TemporaryFile: Sendable {
  let path: String

  init(_ bytes: [UInt8], name: String = "model-\(UUID().uuidString).safetensors") throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dictum-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    path = file.path
  }

  var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

extension TinyModel {
  func open(_ precision: Precision) throws -> Model {
    let file = try TemporaryFile(bytes())
    return try Model(path: file.path, precision: precision)
  }
}
