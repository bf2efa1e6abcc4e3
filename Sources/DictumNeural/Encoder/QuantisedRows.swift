import DictumKit

/// Rows of activations in 8 bits, which several products read.
final class QuantisedRows {
  private let width: Int
  private let bytes: UnsafeMutablePointer<UInt8>
  private var scales: [RowScale]
  /// One block's sums, for the widest layer.
  private let sums: UnsafeMutablePointer<Int32>

  /// - Parameter widest: the outputs of the widest layer that reads the rows.
  init(_ rows: Int, _ width: Int, widest: Int) {
    self.width = width
    let room = rows + ProductRunner.rowStep
    bytes = .allocate(capacity: room * width)
    bytes.initialize(repeating: 0, count: room * width)
    scales = [RowScale](repeating: RowScale(scale: 0, lowest: 0), count: rows)
    let block = ProductRunner.maximumRows + ProductRunner.rowStep
    sums = .allocate(capacity: block * widest)
    sums.initialize(repeating: 0, count: block * widest)
  }

  deinit {
    bytes.deallocate()
    sums.deallocate()
  }

  /// Quantises rows of floats.
  func fill(from source: UnsafePointer<Float>, rows: Int, levels: Float) {
    for row in 0..<rows {
      scales[row] = quantise(source + row * width, count: width, levels: levels, into: bytes + row * width)
    }
  }

  /// Computes `rows x weightsᵀ + bias` with a layer of 8-bit weights.
  ///
  /// - Throws: `engineFailed`.
  func multiply(
    _ rows: Range<Int>,
    by layer: LinearLayer,
    _ columns: ColumnScale,
    into target: UnsafeMutablePointer<Float>,
    _ runner: ProductRunner
  ) throws(DictumError) {
    try runner.multiply(bytes + rows.lowerBound * width, rows: rows.count, by: layer, into: sums)
    for (index, row) in rows.enumerated() {
      columns.restore(sums + index * layer.outputs, row: scales[row], into: target + row * layer.outputs)
    }
  }
}
