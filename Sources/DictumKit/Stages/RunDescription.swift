/// What a report says of the run that made it.
public struct RunDescription: Sendable {
  /// A plugin whose stages took part.
  public struct PluginVersion: Sendable, Equatable {
    public let name: String
    /// As the plugin declares it; nil where it declares none.
    public let version: String?

    /// Names a plugin.
    public init(name: String, version: String?) {
      self.name = name
      self.version = version
    }
  }

  /// The pipeline's name and the hash of what it computes.
  public var pipeline: (name: String, hash: String)
  /// The plugins whose stages took part, in the order of the stages.
  public var plugins: [PluginVersion]
  /// The models that took part.
  public var models: [ModelIdentity]
  /// The layers that the pipeline's stages provide or keep, in the order of the report.
  public var layers: [any Layer]

  /// Describes a run.
  public init(
    pipeline: (name: String, hash: String),
    plugins: [PluginVersion] = [],
    models: [ModelIdentity],
    layers: [any Layer]
  ) {
    self.pipeline = pipeline
    self.plugins = plugins
    self.models = models
    self.layers = layers
  }
}
