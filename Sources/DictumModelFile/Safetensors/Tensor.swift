package import DictumKit
import Glibc

/// A tensor in a mapped file, checked against the file's bounds.
///
/// The bytes need not be aligned: read them by copying or by unaligned loads.
package struct Tensor: Sendable {
  package let name: String
  package let type: TensorType
  package let shape: [Int]
  /// Offsets into the file.
  package let range: Range<Int>
  package let file: MappedFile

  package var count: Int { range.count / type.width }

  /// The tensor's bytes; valid while `file` lives.
  package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: file.bytes[range]) }

  /// A copy of the elements of an `F32` tensor.
  ///
  /// - Throws: `modelMismatch` for another type, `modelNotFinite`.
  package func floats() throws(DictumError) -> [Float] {
    guard type == .f32 else {
      throw DictumError(.modelMismatch, "\(file.path): tensor \(name) is \(type.rawValue), not F32")
    }
    let source = bytes
    let values = [Float](unsafeUninitializedCapacity: count) { target, initialized in
      if let base = source.baseAddress, let copy = target.baseAddress { memcpy(copy, base, source.count) }
      initialized = count
    }
    guard values.withUnsafeBufferPointer(allFinite) else {
      throw DictumError(.modelNotFinite, "\(file.path): tensor \(name) holds a number that is not finite")
    }
    return values
  }
}

/// Whether no number is infinite or not a number.
package func allFinite(_ values: UnsafeBufferPointer<Float>) -> Bool {
  // An exponent of all ones; the loop has no early exit so that the compiler can use vectors.
  var found: UInt32 = 0
  for value in values {
    let exponent = value.bitPattern & 0x7F80_0000
    found |= exponent == 0x7F80_0000 ? 1 : 0
  }
  return found == 0
}
