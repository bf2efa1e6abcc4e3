/// One worker's room for intermediate results; allocated once, used for every batch.
final class Workspace {
  /// Rows of a batch: whole windows, packed without padding.
  let rows: Int
  /// `[rows, width]`: the pieces' vectors, layer after layer.
  let hidden: UnsafeMutablePointer<Float>
  /// `[rows, 3 width]`: queries, keys and values.
  let projected: UnsafeMutablePointer<Float>
  /// `[rows, width]`: what attention found.
  let context: UnsafeMutablePointer<Float>
  /// `[block, widest]` floats or 32-bit sums.
  let products: UnsafeMutableRawPointer
  /// `[block, feedForward]` floats (32-bit path).
  let wide: UnsafeMutablePointer<Float>
  /// `[block, feedForward]` quantised activations (8-bit path).
  let bytes: UnsafeMutablePointer<UInt8>
  /// One row of the widest layer.
  let row: UnsafeMutablePointer<Float>
  /// How each row of `bytes` was quantised.
  var scales: [RowScale]

  private let base: UnsafeMutableRawPointer

  /// Rows that a block's products may run over its end (they are rounded up), in every buffer.
  init(_ config: ModelConfig, rows: Int) {
    self.rows = rows
    let slack = ProductRunner.rowStep
    let block = ProductRunner.maximumRows + slack
    let widest = max(3 * config.width, config.feedForward)
    var size = 0
    func reserve(_ bytes: Int) -> Int {
      defer { size += (bytes + 63) / 64 * 64 }
      return size
    }
    let hiddenAt = reserve((rows + slack) * config.width * 4)
    let projectedAt = reserve((rows + slack) * 3 * config.width * 4)
    let contextAt = reserve((rows + slack) * config.width * 4)
    let productsAt = reserve(block * widest * 4)
    let wideAt = reserve(block * config.feedForward * 4)
    let bytesAt = reserve(block * max(config.width, config.feedForward))
    let rowAt = reserve(widest * 4)
    base = .allocate(byteCount: size, alignment: 4096)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    hidden = (base + hiddenAt).assumingMemoryBound(to: Float.self)
    projected = (base + projectedAt).assumingMemoryBound(to: Float.self)
    context = (base + contextAt).assumingMemoryBound(to: Float.self)
    products = base + productsAt
    wide = (base + wideAt).assumingMemoryBound(to: Float.self)
    bytes = (base + bytesAt).assumingMemoryBound(to: UInt8.self)
    row = (base + rowAt).assumingMemoryBound(to: Float.self)
    scales = [RowScale](repeating: RowScale(scale: 0, lowest: 0), count: block)
  }

  deinit { base.deallocate() }
}
