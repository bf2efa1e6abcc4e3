import CDNNL
import DictumKit
import DictumModelFile

/// Runs products for one worker: compiled kernels by shape, each with its memory objects, and a stream.
///
/// Not shared between threads; the weights that it reads are.
final class ProductRunner {
  private let engine: ComputeEngine
  private let stream: dnnl_stream_t
  private var kernels: [ProductShape: Kernel] = [:]
  private var scratch: UnsafeMutableRawPointer
  private var scratchSize: Int

  /// Rows are rounded up to a multiple of this, so that few kernels serve all lengths; buffers have room for it.
  static let rowStep = 8
  /// The most rows in one product: the 8-bit path's sums (768 KB at 1,536 outputs) stay in the second-level cache.
  static let maximumRows = 128

  private struct Kernel {
    let primitive: dnnl_primitive_t
    let source: dnnl_memory_t
    let target: dnnl_memory_t
    let scratch: dnnl_memory_t
  }

  /// - Throws: `engineFailed`.
  init(_ engine: ComputeEngine) throws(DictumError) {
    self.engine = engine
    stream = try engine.stream()
    scratchSize = 1 << 16
    scratch = UnsafeMutableRawPointer.allocate(byteCount: scratchSize, alignment: 4096)
  }

  deinit {
    for kernel in kernels.values {
      dnnl_primitive_destroy(kernel.primitive)
      dnnl_memory_destroy(kernel.source)
      dnnl_memory_destroy(kernel.target)
      dnnl_memory_destroy(kernel.scratch)
    }
    dnnl_stream_destroy(stream)
    scratch.deallocate()
  }

  /// Computes `source x weightsᵀ` (with the bias in 32-bit floats, without it in 8 bits).
  ///
  /// - Parameters:
  ///   - source: `[rows, inputs]` of floats or unsigned bytes, with room for `rows` rounded up to `rowStep`.
  ///   - rows: 1 to `maximumRows`.
  ///   - target: `[rows, outputs]` of floats or 32-bit sums, with room for `rows` rounded up to `rowStep`.
  /// - Throws: `engineFailed`.
  func multiply(
    _ source: UnsafeRawPointer,
    rows: Int,
    by layer: LinearLayer,
    into target: UnsafeMutableRawPointer
  ) throws(DictumError) {
    precondition(rows > 0 && rows <= Self.maximumRows, "rows of one block")
    let shape = ProductShape(
      rows: (rows + Self.rowStep - 1) / Self.rowStep * Self.rowStep,
      inputs: layer.inputs,
      outputs: layer.outputs,
      precision: layer.precision
    )
    let kernel = if let known = kernels[shape] { known } else { try compile(shape, layer) }
    // oneDNN only reads the source of a product.
    dnnl_memory_set_data_handle(kernel.source, UnsafeMutableRawPointer(mutating: source))
    dnnl_memory_set_data_handle(kernel.target, target)
    dnnl_memory_set_data_handle(kernel.scratch, scratch)
    let status = withUnsafeTemporaryAllocation(of: dnnl_exec_arg_t.self, capacity: 5) { arguments in
      arguments[0] = dnnl_exec_arg_t(arg: DNNL_ARG_SRC, memory: kernel.source)
      arguments[1] = dnnl_exec_arg_t(arg: DNNL_ARG_WEIGHTS, memory: layer.weights)
      arguments[2] = dnnl_exec_arg_t(arg: DNNL_ARG_DST, memory: kernel.target)
      arguments[3] = dnnl_exec_arg_t(arg: DNNL_ARG_SCRATCHPAD, memory: kernel.scratch)
      arguments[4] = dnnl_exec_arg_t(arg: DNNL_ARG_BIAS, memory: layer.biasMemory)
      let count: Int32 = layer.precision == .float32 ? 5 : 4
      return dnnl_primitive_execute(kernel.primitive, stream, count, arguments.baseAddress)
    }
    try ComputeEngine.check(status, "a product")
  }

  private func compile(_ shape: ProductShape, _ layer: LinearLayer) throws(DictumError) -> Kernel {
    let plan = try shape.description(engine, weights: layer.layout)
    defer { dnnl_primitive_desc_destroy(plan) }
    var primitive: dnnl_primitive_t?
    try ComputeEngine.check(dnnl_primitive_create(&primitive, plan), "compiling a product")
    guard let primitive, let source = dnnl_primitive_desc_query_md(plan, dnnl_query_src_md, 0),
      let target = dnnl_primitive_desc_query_md(plan, dnnl_query_dst_md, 0),
      let room = dnnl_primitive_desc_query_md(plan, dnnl_query_scratchpad_md, 0)
    else { throw DictumError(.engineFailed, "oneDNN gave an incomplete plan") }
    let needed = dnnl_memory_desc_get_size(room)
    if needed > scratchSize {
      scratch.deallocate()
      scratchSize = needed
      scratch = UnsafeMutableRawPointer.allocate(byteCount: needed, alignment: 4096)
    }
    let kernel = Kernel(
      primitive: primitive,
      source: try engine.memory(source.pointee, over: scratch),
      target: try engine.memory(target.pointee, over: scratch),
      scratch: try engine.memory(room.pointee, over: scratch)
    )
    kernels[shape] = kernel
    return kernel
  }
}
