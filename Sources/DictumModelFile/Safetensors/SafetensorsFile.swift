import DictumJSON
package import DictumKit

/// A safetensors file (github.com/huggingface/safetensors, format section): eight bytes of header length, little
/// endian, a JSON header, then the tensors' bytes without holes or overlaps.
///
/// Everything is checked when the file is opened, so that later reads cannot leave the mapping.
package struct SafetensorsFile: Sendable {
  package let path: String
  package let metadata: [String: String]
  package let tensors: [String: Tensor]
  private let file: MappedFile

  /// The longest header that is read.
  package static let maximumHeaderLength = 16 << 20

  /// Maps and checks a file.
  ///
  /// - Parameter sha256: the digest that the file must have, in lower-case hexadecimal digits.
  /// - Throws: `modelNotFound`, `modelUnreadable`, `modelChecksum`, `modelCorrupt`.
  package init(path: String, sha256: String? = nil) throws(DictumError) {
    let file = try MappedFile(path: path)
    self.file = file
    self.path = path
    if let sha256 {
      let actual = try Checksum.sha256(file.bytes)
      guard actual == sha256 else {
        throw DictumError(.modelChecksum, "\(path): the SHA-256 is \(actual), expected \(sha256)")
      }
    }
    func corrupt(_ what: String) -> DictumError { DictumError(.modelCorrupt, "\(path): \(what)") }

    guard file.bytes.count >= 8 else { throw corrupt("the file is too short for a header") }
    let length = UInt64(littleEndian: file.bytes.loadUnaligned(as: UInt64.self))
    guard length >= 2, length <= UInt64(min(Self.maximumHeaderLength, file.bytes.count - 8)) else {
      throw corrupt("a header of \(length) bytes does not fit into the file")
    }
    let dataStart = 8 + Int(length)
    var metadata: [String: String] = [:]
    var tensors: [String: Tensor] = [:]
    do throws(DictumError) {
      try JSONValue.parse(Array(file.bytes[8..<dataStart])) { header throws(DictumError) in
        guard header.isObject else { throw corrupt("the header is not a JSON object") }
        for name in header.keys {
          guard let entry = header[name] else { continue }
          if name == "__metadata__" {
            metadata = try Self.metadata(entry, corrupt)
            continue
          }
          switch Self.tensor(name, entry, dataStart: dataStart, in: file) {
          case .success(let tensor): tensors[name] = tensor
          case .failure(let reason): throw corrupt("tensor \(name): \(reason.text)")
          }
        }
      }
    } catch {
      throw error.diagnostics.first?.code == .malformedJSON ? corrupt("the header is " + error.message) : error
    }
    var end = dataStart
    for tensor in tensors.values.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }) {
      guard tensor.range.lowerBound == end else {
        throw corrupt("tensor \(tensor.name) overlaps another or leaves a hole before it")
      }
      end = tensor.range.upperBound
    }
    guard end == file.bytes.count else { throw corrupt("the tensors do not fill the file") }
    self.metadata = metadata
    self.tensors = tensors
  }

  private struct Reason: Error { let text: String }

  private static func metadata(
    _ entry: JSONValue,
    _ corrupt: (String) -> DictumError
  ) throws(DictumError) -> [String: String] {
    guard entry.isObject else { throw corrupt("the metadata is not an object") }
    var metadata: [String: String] = [:]
    for key in entry.keys {
      guard let text = entry[key]?.string else { throw corrupt("metadata \(key) is not a string") }
      metadata[key] = text
    }
    return metadata
  }

  private static func tensor(
    _ name: String,
    _ entry: JSONValue,
    dataStart: Int,
    in file: MappedFile
  ) -> Result<Tensor, Reason> {
    guard let type = entry["dtype"]?.string.flatMap(TensorType.init(rawValue:)) else {
      return .failure(Reason(text: "no known dtype"))
    }
    guard let sizes = entry["shape"]?.array, let offsets = entry["data_offsets"]?.array else {
      return .failure(Reason(text: "no shape or no offsets"))
    }
    let shape = sizes.compactMap(\.integer)
    guard shape.count == sizes.count, shape.count <= 8, shape.allSatisfy({ $0 >= 0 }) else {
      return .failure(Reason(text: "the shape is not a list of sizes"))
    }
    guard offsets.count == 2, let start = offsets[0].integer, let end = offsets[1].integer,
      0 <= start, start <= end, end <= file.bytes.count - dataStart
    else {
      return .failure(Reason(text: "the offsets lie outside the file"))
    }
    var size = type.width
    for side in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: side)
      guard !overflow else { return .failure(Reason(text: "the shape overflows")) }
      size = product
    }
    guard size == end - start else { return .failure(Reason(text: "\(end - start) bytes do not make up its shape")) }
    return .success(
      Tensor(name: name, type: type, shape: shape, range: dataStart + start..<dataStart + end, file: file)
    )
  }
}
