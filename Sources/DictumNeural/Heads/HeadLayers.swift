import DictumKit
import DictumModelFile

/// A head's weights: features, hidden, GELU, output. Heads always compute in 32-bit floats; they cost little.
struct HeadLayers: Sendable {
  let features: Int
  /// A multiple of 16 outputs, so that the GELU runs over whole lanes.
  let hidden: LinearLayer
  let output: LinearLayer
  /// Taggers: word shapes, `[shapes, tableWidth]`; link heads: distances, likewise.
  let table: [Float]
  let tableWidth: Int
  /// Taggers, optional: `[labels, labels]`, from row to column.
  let transitions: [Float]?

  /// - Throws: `modelMismatch`, `modelNotFinite`, `modelUnsupported`, `engineFailed`.
  init(
    _ head: HeadDescription,
    _ config: ModelConfig,
    _ tensors: TensorTable,
    _ engine: ComputeEngine
  ) throws(DictumError) {
    let prefix = "heads.\(head.name)."
    let path = tensors.file.path
    let tableName: String? =
      switch head.kind {
      case .tagger: prefix + "shape"
      case .link: prefix + "distance"
      case .span, .sentence, .pair, .roles, .roleTarget, .spans, .parser: nil
      }
    if let tableName {
      guard let stored = tensors.file.tensors[tableName + ".weight"], stored.shape.count == 2,
        stored.shape[0] == config.shapes,
        (1...1024).contains(stored.shape[1])
      else { throw DictumError(.modelMismatch, "\(path): \(tableName).weight is missing or not [shapes, width]") }
      tableWidth = stored.shape[1]
      table = try tensors.table(tableName, rows: config.shapes, columns: stored.shape[1])
    } else {
      tableWidth = 0
      table = []
    }
    features =
      switch head.kind {
      case .tagger: config.width + 3 * tableWidth
      case .sentence: 2 * config.width
      case .span, .pair: 3 * config.width
      case .roles, .spans: 4 * config.width
      case .roleTarget: 5 * config.width
      case .link: 3 * config.width + tableWidth
      case .parser: 0  // `ParserLayers` has them.
      }
    guard let bias = tensors.file.tensors[prefix + "hidden.bias"], bias.shape.count == 1,
      (1...16384).contains(bias.shape[0])
    else { throw DictumError(.modelMismatch, "\(path): \(prefix)hidden.bias is missing or not [hidden]") }
    let width = bias.shape[0]
    guard width % 16 == 0 else {
      throw DictumError(.modelUnsupported, "\(path): \(prefix)hidden has \(width) outputs, not a multiple of 16")
    }
    hidden = try LinearLayer(
      WeightMatrix(prefix + "hidden", rows: width, columns: features, in: tensors),
      bias: tensors.floats(prefix + "hidden.bias", shape: [width]),
      precision: .float32,
      engine: engine
    )
    output = try LinearLayer(
      WeightMatrix(prefix + "output", rows: head.labels.count, columns: width, in: tensors),
      bias: tensors.floats(prefix + "output.bias", shape: [head.labels.count]),
      precision: .float32,
      engine: engine
    )
    let count = head.labels.count
    transitions =
      tensors.file.tensors[prefix + "transitions"] == nil
      ? nil : try tensors.floats(prefix + "transitions", shape: [count, count])
  }
}
