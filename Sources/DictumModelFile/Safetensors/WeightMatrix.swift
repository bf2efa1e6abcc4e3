package import DictumKit

/// A matrix of weights, `[rows, columns]` row-major, as it is stored: 8-bit integers with a scale a row, or floats.
package struct WeightMatrix: Sendable {
  package enum Storage: Sendable {
    case int8(scales: [Float])
    case float32
  }

  package let rows: Int
  package let columns: Int
  package let storage: Storage
  private let tensor: Tensor

  /// Checks shape, type, scales and finiteness.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  package init(_ name: String, rows: Int, columns: Int, in tensors: TensorTable) throws(DictumError) {
    self.rows = rows
    self.columns = columns
    tensor = try tensors.tensor(name + ".weight", shape: [rows, columns])
    switch tensor.type {
    case .i8:
      storage = .int8(scales: try tensors.floats(name + ".scale", shape: [rows]))
    case .f32:
      storage = .float32
      let bytes = tensor.bytes
      let width = columns * 4
      var row = [Float](repeating: 0, count: columns)
      for index in 0..<rows {
        row.withUnsafeMutableBytes {
          $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[index * width..<(index + 1) * width]))
        }
        guard row.withUnsafeBufferPointer(allFinite) else {
          throw DictumError(
            .modelNotFinite,
            "\(tensor.file.path): tensor \(tensor.name) holds a number that is not finite"
          )
        }
      }
    default:
      throw DictumError(
        .modelMismatch,
        "\(tensor.file.path): tensor \(tensor.name) is \(tensor.type.rawValue), neither I8 nor F32"
      )
    }
  }

  /// The stored bytes; valid while this value lives.
  package var bytes: UnsafeRawBufferPointer { tensor.bytes }

  /// Writes a row's values to `target`, which has room for `columns` floats.
  package func copyRow(_ row: Int, to target: UnsafeMutablePointer<Float>) {
    precondition(row >= 0 && row < rows, "a row of the matrix")
    switch storage {
    case .float32:
      let source = UnsafeRawBufferPointer(rebasing: bytes[row * columns * 4..<(row + 1) * columns * 4])
      UnsafeMutableRawBufferPointer(start: target, count: columns * 4).copyMemory(from: source)
    case .int8(let scales):
      let source = UnsafeRawBufferPointer(rebasing: bytes[row * columns..<(row + 1) * columns])
      guard let base = source.baseAddress?.assumingMemoryBound(to: Int8.self) else { return }
      let scale = scales[row]
      for column in 0..<columns { target[column] = Float(base[column]) * scale }
    }
  }

  /// All values as floats.
  package func floats() -> [Float] {
    [Float](unsafeUninitializedCapacity: rows * columns) { target, initialized in
      if let base = target.baseAddress {
        for row in 0..<rows { copyRow(row, to: base + row * columns) }
      }
      initialized = rows * columns
    }
  }
}
