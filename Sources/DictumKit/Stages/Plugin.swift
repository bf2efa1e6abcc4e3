/// What a plugin module declares: its stages, the layers of its own and its diagnostic codes.
///
/// A module `Readability` in the tree exposes `public enum ReadabilityPlugin { public static let plugin = Plugin(…) }`.
public struct Plugin: Sendable {
  public let name: String
  /// The plugin's own version, for `dictum check` and `dictum plugin list`.
  public let version: String?
  /// One line for `dictum stages`.
  public let summary: String
  public let stages: [StageFactory]
  public let layers: [any Layer]
  public let codes: [DiagnosticCode]

  /// Declares a plugin.
  public init(
    name: String,
    version: String? = nil,
    summary: String,
    stages: [StageFactory],
    layers: [any Layer] = [],
    codes: [DiagnosticCode] = []
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.stages = stages
    self.layers = layers
    self.codes = codes
  }
}
