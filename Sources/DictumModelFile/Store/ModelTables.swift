public import DictumKit
import Glibc

/// A model that is tables and no encoder, such as a linear tagger: named tensors, checked as they are read.
public struct ModelTables: Sendable {
  private let file: SafetensorsFile

  /// Where the file lies.
  public var path: String { file.path }

  init(_ file: SafetensorsFile) { self.file = file }

  /// A copy of an integer tensor.
  ///
  /// - Parameter type: as wide as the tensor's elements; bit patterns are taken over.
  /// - Throws: `modelMismatch`.
  public func integers<Element: FixedWidthInteger>(
    _ name: String,
    as type: Element.Type
  ) throws(DictumError) -> [Element] {
    let tensor = try tensor(name)
    guard tensor.type.width == Element.bitWidth / 8, ![.f16, .bf16, .f32, .f64].contains(tensor.type) else {
      throw DictumError(.modelMismatch, "\(path): tensor \(name) is \(tensor.type.rawValue), not \(type)")
    }
    let source = tensor.bytes
    // The format is little-endian, as every processor is that Dictum runs on.
    return [Element](unsafeUninitializedCapacity: tensor.count) { target, initialized in
      if let base = source.baseAddress, let copy = target.baseAddress { memcpy(copy, base, source.count) }
      initialized = tensor.count
    }
  }

  /// A copy of an `F32` tensor of `count` finite elements.
  ///
  /// - Throws: `modelMismatch`, `modelNotFinite`.
  public func floats(_ name: String, count: Int) throws(DictumError) -> [Float] {
    let tensor = try tensor(name)
    guard tensor.count == count else {
      throw DictumError(.modelMismatch, "\(path): tensor \(name) has \(tensor.count) elements, expected \(count)")
    }
    return try tensor.floats()
  }

  private func tensor(_ name: String) throws(DictumError) -> Tensor {
    guard let tensor = file.tensors[name] else {
      throw DictumError(.modelMismatch, "\(path): tensor \(name) is missing")
    }
    return tensor
  }
}

extension ModelStore {
  /// Opens a model without an encoder, verifying the digest that is listed beside it.
  ///
  /// - Throws: any of `DiagnosticCode.modelCodes`.
  public func tables(_ name: String) throws(DictumError) -> ModelTables {
    let path = try locate(name)
    return ModelTables(try SafetensorsFile(path: path, sha256: try Self.listedDigest(of: path)))
  }
}

extension Resources {
  /// The tables of a model without an encoder.
  ///
  /// - Throws: any of `DiagnosticCode.modelCodes`.
  public func tables(_ name: String) throws -> ModelTables {
    let store = ModelStore(folders: folders)
    let tables = try store.tables(name)
    use(ModelIdentity(name: name, sha256: try store.digest(of: name)))
    return tables
  }
}

extension ModelStore {
  /// The SHA-256 of a model's file, as listed beside it (and verified when it was opened) or computed.
  ///
  /// - Throws: `modelNotFound`, `modelUnreadable`.
  public func digest(of name: String) throws(DictumError) -> String {
    let path = try locate(name)
    if let listed = try Self.listedDigest(of: path) { return listed }
    let file = try MappedFile(path: path)
    // The bytes are a borrowed view: the mapping must outlive the sum.
    defer { withExtendedLifetime(file) {} }
    return try Checksum.sha256(file.bytes)
  }
}
