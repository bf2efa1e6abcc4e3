import Glibc

/// Reads one section of a 64-bit little-endian ELF file (System V ABI, chapter 4) without loading it.
struct ELFSection {
  enum Failure: Error {
    /// The file is not an ELF library, or its tables point outside it.
    case notELF
    case noSuchSection
    /// The library is for another processor.
    case otherMachine(String)
  }

  /// Processors by their numbers in ELF files; this program's own is the one it was compiled for.
  private static let machines = [3: "x86 (32 bits)", 40: "ARM (32 bits)", 62: "x86_64", 183: "aarch64", 243: "RISC-V"]
  #if arch(arm64)
    static let machine = 183
  #else
    static let machine = 62
  #endif
  static var machineName: String { machines[machine] ?? "" }

  /// Sections that Dictum reads are small; a table that claims more is broken.
  private static let limit = 1 << 20
  private let descriptor: Int32

  /// The bytes of the first section called `name`.
  static func read(_ name: String, ofFile path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notELF }
    defer { close(descriptor) }
    return try ELFSection(descriptor: descriptor).find(name)
  }

  private func find(_ name: String) throws(Failure) -> [UInt8] {
    let header = try bytes(at: 0, count: 64)
    guard Array(header[0..<4]) == [0x7F, 0x45, 0x4C, 0x46], header[5] == 1 else { throw .notELF }
    let machine = integer(header, 18, 2)
    guard machine == Self.machine else {
      throw .otherMachine(Self.machines[machine] ?? "a processor of number \(machine)")
    }
    guard header[4] == 2 else { throw .notELF }
    let table = integer(header, 40, 8)
    let entrySize = integer(header, 58, 2)
    let count = integer(header, 60, 2)
    let names = integer(header, 62, 2)
    guard entrySize >= 64, names < count else { throw .notELF }
    let entries = try bytes(at: table, count: entrySize * count)
    let strings = try content(entries, names * entrySize)
    for index in 0..<count {
      let start = integer(entries, index * entrySize, 4)
      guard start < strings.count else { throw .notELF }
      guard strings[start...].prefix(while: { $0 != 0 }).elementsEqual(name.utf8) else { continue }
      return try content(entries, index * entrySize)
    }
    throw .noSuchSection
  }

  private func content(_ entries: [UInt8], _ entry: Int) throws(Failure) -> [UInt8] {
    try bytes(at: integer(entries, entry + 24, 8), count: integer(entries, entry + 32, 8))
  }

  private func bytes(at offset: Int, count: Int) throws(Failure) -> [UInt8] {
    guard offset >= 0, 0 <= count, count <= Self.limit else { throw .notELF }
    var buffer = [UInt8](repeating: 0, count: count)
    guard pread(descriptor, &buffer, count, offset) == count else { throw .notELF }
    return buffer
  }

  /// An unsigned number of `width` bytes; what exceeds `Int` comes out negative and is refused as an offset.
  private func integer(_ bytes: [UInt8], _ offset: Int, _ width: Int) -> Int {
    var value: UInt64 = 0
    for index in (0..<width).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
    return Int(truncatingIfNeeded: value)
  }
}
