import DictumHash

/// Identifies an interface of DictumKit by its sources.
///
/// All of the source counts, not the public declarations alone: layouts and inlined bodies are part of the binary
/// interface, too, and a plugin that is rebuilt once too often costs seconds.
public struct KitHash {
  private var hash = StableHash()

  /// Hashes source files by name and content; their order does not matter.
  public init(files: [(name: String, bytes: [UInt8])]) {
    for file in files.sorted(by: { $0.name < $1.name }) {
      hash.combine(file.name.utf8)
      hash.combine(0)
      hash.combine(file.bytes)
      hash.combine(0)
    }
  }

  /// Sixteen hexadecimal digits.
  public var hexadecimal: String { hash.hexadecimal }
}
