package import DictumKit

/// The tensors of a model file by name, with the checks that every use of one needs.
package struct TensorTable: Sendable {
  package let file: SafetensorsFile

  package init(file: SafetensorsFile) { self.file = file }

  /// The tensor of that name and shape.
  ///
  /// - Throws: `modelMismatch`.
  package func tensor(_ name: String, shape: [Int]) throws(DictumError) -> Tensor {
    guard let tensor = file.tensors[name] else {
      throw DictumError(.modelMismatch, "\(file.path): tensor \(name) is missing")
    }
    guard tensor.shape == shape else {
      throw DictumError(.modelMismatch, "\(file.path): tensor \(name) has shape \(tensor.shape), expected \(shape)")
    }
    return tensor
  }

  /// A copy of an `F32` tensor of that name and shape, all finite.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  package func floats(_ name: String, shape: [Int]) throws(DictumError) -> [Float] {
    try tensor(name, shape: shape).floats()
  }

  /// A matrix that is used as floats throughout: small tables and heads.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  package func table(_ name: String, rows: Int, columns: Int) throws(DictumError) -> [Float] {
    try WeightMatrix(name, rows: rows, columns: columns, in: self).floats()
  }
}
