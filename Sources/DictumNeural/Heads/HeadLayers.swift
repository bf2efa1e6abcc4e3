import DictumKit

/// A head's weights: features, hidden, GELU, output. Heads always compute in 32-bit floats; they cost little.
struct HeadLayers: Sendable {
  let features: Int
  /// A multiple of 16 outputs, so that the GELU runs over whole lanes.
  let hidden: LinearLayer
  let output: LinearLayer
  /// Taggers: `[shapes, shapeWidth]`.
  let shapes: [Float]
  let shapeWidth: Int
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
    if head.kind == .tagger {
      guard let table = tensors.file.tensors[prefix + "shape.weight"], table.shape.count == 2,
        table.shape[0] == config.shapes,
        (1...1024).contains(table.shape[1])
      else { throw DictumError(.modelMismatch, "\(path): \(prefix)shape.weight is missing or not [shapes, width]") }
      shapeWidth = table.shape[1]
      shapes = try tensors.table(prefix + "shape", rows: config.shapes, columns: table.shape[1])
    } else {
      shapeWidth = 0
      shapes = []
    }
    features =
      switch head.kind {
      case .tagger: config.width + 3 * shapeWidth
      case .sentence: 2 * config.width
      case .span, .pair: 3 * config.width
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
