/// What a plugin's library and the program that loads it must have in common: Swift has no stable binary interface on
/// Linux, so both must come from one compiler and one DictumKit.
public struct PluginStamp: Sendable, Equatable {
  /// The ELF section of a library that holds its stamp, readable without running anything of the library.
  public static let section = "dictum_stamp"
  private static let mark = "dictum-plugin 1"

  /// The compiler's own words, such as "Swift version 6.3.1 (swift-6.3.1-RELEASE)".
  public let compiler: String
  /// The hash of DictumKit's sources: `KitHash`.
  public let kit: String

  /// A stamp.
  public init(compiler: String, kit: String) {
    self.compiler = compiler
    self.kit = kit
  }

  /// Reads what `text` gives; nil when the bytes are no stamp.
  public init?(bytes: some Sequence<UInt8>) {
    let lines = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count == 3, lines[0] == Self.mark else { return nil }
    self.init(compiler: lines[1], kit: lines[2])
  }

  /// The stamp as the library holds it: three lines.
  public var text: String { "\(Self.mark)\n\(compiler)\n\(kit)\n" }

  /// The stamp as messages show it.
  public var description: String { "\(compiler), DictumKit \(kit)" }

  /// The compiler's name from the output of `swiftc --version`.
  public static func compiler(versionOutput: String) -> String {
    versionOutput.split(separator: "\n").first { $0.contains("Swift version") }.map(String.init) ?? "unknown compiler"
  }
}
