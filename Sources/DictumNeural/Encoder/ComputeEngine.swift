import CDNNL
import DictumKit
import DictumModelFile

/// oneDNN's CPU engine and the stream on which products run.
///
/// oneDNN was chosen by measurement (`make bench-neural`): its packed products reach 120-160 GFLOP/s in 32-bit floats
/// on one core where Debian's OpenBLAS reaches 80-110, and 500-550 GOP/s in 8 bits, for which OpenBLAS has no kernel.
final class ComputeEngine: @unchecked Sendable {  // Handles are set once; oneDNN's engines may be used by all threads.
  let engine: dnnl_engine_t

  /// Steps of quantised activations: products of two bytes are summed in 32 bits with VNNI, in 16 bits without.
  let activationLevels: Float

  /// - Throws: `engineFailed`, `processorUnsupported`.
  init() throws(DictumError) {
    // ONEDNN_VERBOSE would have it print on standard output, among the reports.
    dnnl_set_verbose(0)
    // Every instruction set from AVX2 on has bits 0 to 2 of oneDNN's code set.
    let instructions = dnnl_get_effective_cpu_isa().rawValue
    #if arch(x86_64)
      guard instructions & dnnl_cpu_isa_avx2.rawValue == dnnl_cpu_isa_avx2.rawValue else {
        throw DictumError(.processorUnsupported, "the processor has no AVX2, which the encoder needs")
      }
    #endif
    let vnni = dnnl_cpu_isa_avx512_core_vnni.rawValue
    let smallVNNI = dnnl_cpu_isa_avx2_vnni.rawValue
    activationLevels = instructions & vnni == vnni || instructions & smallVNNI == smallVNNI ? 254 : 126
    var made: dnnl_engine_t?
    try Self.check(dnnl_engine_create(&made, dnnl_cpu, 0), "creating an engine")
    guard let made else { throw DictumError(.engineFailed, "oneDNN gave no engine") }
    engine = made
  }

  deinit { dnnl_engine_destroy(engine) }

  /// Keeps the products of the calling thread on its own core; oneDNN's OpenMP would otherwise take all cores for each.
  static func claimOneThread() { omp_set_num_threads(1) }

  /// - Throws: `engineFailed` unless the status is success.
  static func check(_ status: dnnl_status_t, _ what: @autoclosure () -> String) throws(DictumError) {
    guard status == dnnl_success else {
      throw DictumError(.engineFailed, "oneDNN failed at \(what()): status \(status.rawValue)")
    }
  }

  /// A stream of its own for one worker.
  func stream() throws(DictumError) -> dnnl_stream_t {
    var made: dnnl_stream_t?
    try Self.check(dnnl_stream_create(&made, engine, UInt32(dnnl_stream_default_flags.rawValue)), "creating a stream")
    guard let made else { throw DictumError(.engineFailed, "oneDNN gave no stream") }
    return made
  }

  /// A description of a row-major matrix or, with one size, a vector.
  func description(
    _ sizes: [Int],
    _ type: dnnl_data_type_t,
    _ tag: dnnl_format_tag_t
  ) throws(DictumError) -> dnnl_memory_desc_t {
    var made = dnnl_memory_desc_t()
    let dimensions = sizes.map(Int64.init)
    try Self.check(
      dnnl_memory_desc_init_by_tag(&made, Int32(sizes.count), dimensions, type, tag),
      "describing \(sizes)"
    )
    return made
  }

  /// A memory object over `bytes`, or with room of its own where `bytes` is nil.
  func memory(
    _ description: dnnl_memory_desc_t,
    over bytes: UnsafeMutableRawPointer?
  ) throws(DictumError) -> dnnl_memory_t {
    var description = description
    var made: dnnl_memory_t?
    let handle = bytes ?? UnsafeMutableRawPointer(bitPattern: UInt.max)  // DNNL_MEMORY_ALLOCATE
    try Self.check(dnnl_memory_create(&made, &description, engine, handle), "making room")
    guard let made else { throw DictumError(.engineFailed, "oneDNN gave no memory") }
    return made
  }
}
