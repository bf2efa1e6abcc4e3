import DictumKit
import DictumModelFile

/// A matrix as 8-bit integers with a scale and a sum a row, quantised here where the file holds floats.
struct QuantisedMatrix {
  let scales: [Float]
  /// The sum of each row's integers.
  let sums: [Float]
  private let matrix: WeightMatrix
  /// Nil where the file's own bytes serve.
  private let quantised: [Int8]?

  init(_ matrix: WeightMatrix) {
    self.matrix = matrix
    let rows = matrix.rows
    let columns = matrix.columns
    var sums: [Float] = []
    sums.reserveCapacity(rows)
    switch matrix.storage {
    case .int8(let scales):
      self.scales = scales
      quantised = nil
      matrix.bytes.withMemoryRebound(to: Int8.self) { values in
        for row in 0..<rows { sums.append(Self.sum(values, row * columns, columns)) }
      }
    case .float32:
      var scales: [Float] = []
      var values = [Int8](repeating: 0, count: rows * columns)
      let floats = matrix.floats()
      for row in 0..<rows {
        let part = row * columns..<(row + 1) * columns
        let largest = floats[part].reduce(0) { max($0, abs($1)) }
        let scale = largest / 127
        scales.append(scale)
        guard scale > 0 else { continue }
        for index in part { values[index] = Int8((floats[index] / scale).rounded(.toNearestOrEven)) }
      }
      values.withUnsafeBufferPointer { buffer in
        for row in 0..<rows { sums.append(Self.sum(buffer, row * columns, columns)) }
      }
      self.scales = scales
      quantised = values
    }
    self.sums = sums
  }

  private static func sum(_ values: UnsafeBufferPointer<Int8>, _ start: Int, _ count: Int) -> Float {
    var sum: Int32 = 0
    for index in start..<start + count { sum &+= Int32(values[index]) }
    return Float(sum)
  }

  /// The integers, row-major.
  func withValues(_ body: (UnsafeRawBufferPointer) throws(DictumError) -> Void) throws(DictumError) {
    guard let quantised else { return try body(matrix.bytes) }
    let result: Result<Void, DictumError> = quantised.withUnsafeBytes { bytes in
      do throws(DictumError) {
        return .success(try body(bytes))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }
}
