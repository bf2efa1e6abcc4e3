import CDNNL
import DictumKit
import DictumModelFile

/// A linear layer's weights, packed once in oneDNN's own layout and shared by all workers.
final class LinearLayer: @unchecked Sendable {  // Written by `init` alone; products only read the packed weights.
  let inputs: Int
  let outputs: Int
  let precision: Precision
  /// For 8-bit weights: what turns sums of products into numbers.
  let columns: ColumnScale?
  let layout: dnnl_memory_desc_t
  let weights: dnnl_memory_t
  let biasMemory: dnnl_memory_t
  private let biasRoom: UnsafeMutablePointer<Float>

  /// Packs a stored matrix, turning it into the asked precision where it is stored in the other.
  ///
  /// - Throws: `engineFailed`.
  init(
    _ matrix: WeightMatrix,
    bias: [Float],
    precision: Precision,
    engine: ComputeEngine
  ) throws(DictumError) {
    precondition(bias.count == matrix.rows, "a bias for each output")
    inputs = matrix.columns
    outputs = matrix.rows
    self.precision = precision
    let shape = ProductShape(
      rows: ProductShape.packingRows,
      inputs: matrix.columns,
      outputs: matrix.rows,
      precision: precision
    )
    let plan = try shape.description(engine, weights: nil)
    defer { dnnl_primitive_desc_destroy(plan) }
    guard let chosen = dnnl_primitive_desc_query_md(plan, dnnl_query_weights_md, 0) else {
      throw DictumError(.engineFailed, "oneDNN names no layout for weights")
    }
    layout = chosen.pointee
    weights = try engine.memory(layout, over: nil)
    let room = UnsafeMutablePointer<Float>.allocate(capacity: max(1, outputs))
    room.initialize(from: bias, count: outputs)
    biasRoom = room
    biasMemory = try engine.memory(try engine.description([outputs], dnnl_f32, dnnl_a), over: room)
    switch precision {
    case .float32:
      columns = nil
      try Self.pack(matrix.floats(), dnnl_f32, [outputs, inputs], into: weights, layout, engine)
    case .int8:
      let bytes = QuantisedMatrix(matrix)
      columns = ColumnScale(scale: bytes.scales, sum: bytes.sums, bias: bias)
      try bytes.withValues { values throws(DictumError) in
        try Self.pack(values, dnnl_s8, [outputs, inputs], into: weights, layout, engine)
      }
    }
  }

  deinit {
    dnnl_memory_destroy(weights)
    dnnl_memory_destroy(biasMemory)
    biasRoom.deallocate()
  }

  private static func pack(
    _ values: [Float],
    _ type: dnnl_data_type_t,
    _ sizes: [Int],
    into weights: dnnl_memory_t,
    _ layout: dnnl_memory_desc_t,
    _ engine: ComputeEngine
  ) throws(DictumError) {
    let result: Result<Void, DictumError> = values.withUnsafeBytes { bytes in
      do throws(DictumError) {
        return .success(try pack(bytes, type, sizes, into: weights, layout, engine))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  private static func pack(
    _ values: UnsafeRawBufferPointer,
    _ type: dnnl_data_type_t,
    _ sizes: [Int],
    into weights: dnnl_memory_t,
    _ layout: dnnl_memory_desc_t,
    _ engine: ComputeEngine
  ) throws(DictumError) {
    var stored = try engine.description(sizes, type, dnnl_ab)
    var layout = layout
    // oneDNN only reads the source of a reorder.
    let source = try engine.memory(stored, over: UnsafeMutableRawPointer(mutating: values.baseAddress))
    defer { dnnl_memory_destroy(source) }
    var plan: dnnl_primitive_desc_t?
    try ComputeEngine.check(
      dnnl_reorder_primitive_desc_create(&plan, &stored, engine.engine, &layout, engine.engine, nil),
      "planning the packing of weights"
    )
    defer { dnnl_primitive_desc_destroy(plan) }
    var reorder: dnnl_primitive_t?
    try ComputeEngine.check(dnnl_primitive_create(&reorder, plan), "compiling the packing of weights")
    defer { dnnl_primitive_destroy(reorder) }
    let stream = try engine.stream()
    defer { dnnl_stream_destroy(stream) }
    let arguments = [
      dnnl_exec_arg_t(arg: DNNL_ARG_FROM, memory: source), dnnl_exec_arg_t(arg: DNNL_ARG_TO, memory: weights),
    ]
    try ComputeEngine.check(dnnl_primitive_execute(reorder, stream, 2, arguments), "packing weights")
    try ComputeEngine.check(dnnl_stream_wait(stream), "packing weights")
  }
}
