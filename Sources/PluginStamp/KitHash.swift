/// Identifies an interface of DictumKit by its sources.
///
/// All of the source counts, not the public declarations alone: layouts and inlined bodies are part of the binary
/// interface, too, and a plugin that is rebuilt once too often costs seconds.
public struct KitHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Hashes source files (FNV-1a with 64 bits); their order does not matter.
  public init(files: [(name: String, bytes: [UInt8])]) {
    for file in files.sorted(by: { $0.name < $1.name }) {
      for byte in file.name.utf8 { mix(byte) }
      mix(0)
      for byte in file.bytes { mix(byte) }
      mix(0)
    }
  }

  private mutating func mix(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Sixteen hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
