import DictumKit
import DictumModelFile

/// A parser's weights: a tagger of parts of speech beside biaffine scorers of arcs and relations
/// (Dozat and Manning, “Deep Biaffine Attention for Neural Dependency Parsing”, ICLR 2017).
struct ParserLayers: Sendable {
  let features: Int
  /// Word shapes, `[shapes, tableWidth]`.
  let table: [Float]
  let tableWidth: Int
  let hidden: LinearLayer
  let output: LinearLayer
  let arcDependent: LinearLayer
  let arcHead: LinearLayer
  let arcBilinear: LinearLayer
  /// What stands for the head's vector of a sentence's root.
  let root: [Float]
  let relationDependent: LinearLayer
  let relationHead: LinearLayer
  let relationRoot: [Float]
  let relationOutput: LinearLayer

  /// Numbers in the vectors by which arcs, and those by which relations are scored.
  var space: Int { root.count }

  /// - Throws: `modelMismatch`, `modelNotFinite`, `modelUnsupported`, `engineFailed`.
  init(
    _ head: HeadDescription,
    _ config: ModelConfig,
    _ tensors: TensorTable,
    _ precision: Precision,
    _ engine: ComputeEngine
  ) throws(DictumError) {
    let prefix = "heads.\(head.name)."
    let path = tensors.file.path
    guard let stored = tensors.file.tensors[prefix + "shape.weight"], stored.shape.count == 2,
      stored.shape[0] == config.shapes, (1...1024).contains(stored.shape[1])
    else { throw DictumError(.modelMismatch, "\(path): \(prefix)shape.weight is missing or not [shapes, width]") }
    tableWidth = stored.shape[1]
    table = try tensors.table(prefix + "shape", rows: config.shapes, columns: stored.shape[1])
    let features = config.width + 3 * tableWidth
    self.features = features

    /// The length of a vector of the file, which is a multiple of 16, so that kernels run over whole lanes.
    func width(_ name: String) throws(DictumError) -> Int {
      guard let vector = tensors.file.tensors[prefix + name], vector.shape.count == 1,
        (1...4096).contains(vector.shape[0])
      else { throw DictumError(.modelMismatch, "\(path): \(prefix)\(name) is missing or not a vector") }
      guard vector.shape[0] % 16 == 0 else {
        throw DictumError(.modelUnsupported, "\(path): \(prefix)\(name) has \(vector.shape[0]) numbers, not 16 n")
      }
      return vector.shape[0]
    }
    func layer(_ name: String, _ rows: Int, _ columns: Int, _ precision: Precision) throws(DictumError) -> LinearLayer {
      try LinearLayer(
        WeightMatrix(prefix + name, rows: rows, columns: columns, in: tensors),
        bias: tensors.floats(prefix + name + ".bias", shape: [rows]),
        precision: precision,
        engine: engine
      )
    }
    // The five products that read a token's features are most of the work: they go with the encoder's precision.
    let wide: Precision = features % 16 == 0 ? precision : .float32
    let inner = try width("hidden.bias")
    let space = try width("root")
    guard try width("rel_root") == space else {
      throw DictumError(.modelMismatch, "\(path): \(prefix)root and \(prefix)rel_root differ in length")
    }
    hidden = try layer("hidden", inner, features, wide)
    output = try layer("output", head.partsOfSpeech.count, inner, .float32)
    arcDependent = try layer("arc_dependent", space, features, wide)
    arcHead = try layer("arc_head", space, features, wide)
    arcBilinear = try layer("arc_bilinear", space, space, .float32)
    root = try tensors.floats(prefix + "root", shape: [space])
    relationDependent = try layer("rel_dependent", space, features, wide)
    relationHead = try layer("rel_head", space, features, wide)
    relationRoot = try tensors.floats(prefix + "rel_root", shape: [space])
    relationOutput = try layer("rel_output", head.labels.count, space, .float32)
  }
}
