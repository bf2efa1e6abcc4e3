public import DictumKit

/// What the loaded plugins declare. A value made by `main`; there is no other list of stages.
public struct Registry: Sendable {
  public let plugins: [Plugin]
  private let builtIn: [Plugin]
  private let loaded: [LoadedPlugin]
  private let loader: PluginLoader?
  private let entries: [String: Entry]
  private let layersByName: [String: any Layer]

  struct Entry: Sendable {
    let factory: StageFactory
    let plugin: String
    /// The plugin as messages about clashes name it, with its file.
    let origin: String
  }

  /// Collects the plugins' declarations.
  ///
  /// - Parameters:
  ///   - loaded: plugins from libraries.
  ///   - loader: loads what pipelines name under `plugins:`; nil where they may name none.
  /// - Throws: `duplicateStage`, once for every stage or layer name that two plugins declare.
  public init(
    _ builtIn: [Plugin],
    loaded: [LoadedPlugin] = [],
    loader: PluginLoader? = nil
  ) throws(DictumError) {
    var entries: [String: Entry] = [:]
    var owners = Dictionary(uniqueKeysWithValues: StandardLayers.all.map { ($0.name, "Dictum") })
    var layers = Dictionary(uniqueKeysWithValues: StandardLayers.all.map { ($0.name, $0) })
    var problems: [Diagnostic] = []
    let origins = builtIn.map { ($0, $0.name) } + loaded.map { ($0.plugin, "\($0.plugin.name) (\($0.file))") }
    let advice = ["rename one of the two, or take one plugin out of the plugin path and the pipeline"]
    for (plugin, origin) in origins {
      for factory in plugin.stages {
        if let other = entries[factory.name] {
          problems.append(
            Diagnostic(
              .duplicateStage,
              "the plugins \(other.origin) and \(origin) both declare the stage `\(factory.name)`",
              notes: advice
            )
          )
        }
        entries[factory.name] = Entry(factory: factory, plugin: plugin.name, origin: origin)
      }
      for layer in plugin.layers {
        if let other = owners[layer.name] {
          problems.append(
            Diagnostic(
              .duplicateStage,
              "\(other) and \(origin) both declare the layer `\(layer.name)`",
              notes: advice
            )
          )
        }
        owners[layer.name] = origin
        layers[layer.name] = layer
      }
    }
    guard problems.isEmpty else { throw DictumError(problems) }
    self.builtIn = builtIn
    self.loaded = loaded
    self.loader = loader
    plugins = builtIn + loaded.map(\.plugin)
    self.entries = entries
    layersByName = layers
  }

  /// The registry with the library that a pipeline names under `plugins:`.
  ///
  /// - Throws: what the loader throws, `duplicateStage`.
  func adding(_ entry: String, besides pipelineFile: String) throws(DictumError) -> Registry {
    guard let loader else {
      throw DictumError(
        .pluginNotAsked,
        "the plugin `\(entry)` was not loaded, since that runs its code",
        notes: ["`dictum check --plugins` loads it; do so when you trust the pipeline file"]
      )
    }
    let plugin = try loader.load(try loader.path.library(entry, besides: pipelineFile))
    if loaded.contains(where: { $0.file == plugin.file }) { return self }
    return try Registry(builtIn, loaded: loaded + [plugin], loader: loader)
  }

  /// The registry of the stages that are built in, which loads nothing.
  public var withoutPlugins: Registry {
    // Without the loaded ones no two names can clash that did not clash before.
    (try? Registry(builtIn)) ?? self
  }

  /// Whether pipelines may name plugins.
  var loadsPlugins: Bool { loader != nil }

  /// The registry with all libraries of the plugin path.
  ///
  /// - Throws: everything that is wrong with them, each with what to do.
  public func addingPluginPath() throws(DictumError) -> Registry {
    guard let loader else { return self }
    var found = loaded
    var problems: [Diagnostic] = []
    for file in try loader.path.libraries() {
      do throws(DictumError) {
        let plugin = try loader.load(file)
        if !found.contains(where: { $0.file == plugin.file }) { found.append(plugin) }
      } catch {
        problems += error.diagnostics
      }
    }
    guard problems.isEmpty else { throw DictumError(problems) }
    return try Registry(builtIn, loaded: found, loader: loader)
  }

  /// The names of all stages, sorted.
  public var stageNames: [String] { entries.keys.sorted() }

  /// The stage of that name.
  public func stage(_ name: String) -> StageFactory? { entries[name]?.factory }

  /// The plugin that declares the stage.
  public func plugin(ofStage name: String) -> String? { entries[name]?.plugin }

  /// All layers: those of the report's contract in its order, then the plugins' by name.
  public var layers: [any Layer] {
    let standard = StandardLayers.all
    let names = Set(standard.map(\.name))
    return standard + layersByName.values.filter { !names.contains($0.name) }.sorted { $0.name < $1.name }
  }

  /// The library that declares the stage; nil for a stage that is built in.
  func library(ofStage name: String) -> String? {
    guard let plugin = plugin(ofStage: name) else { return nil }
    return loaded.first { $0.plugin.name == plugin && $0.plugin.stages.contains { $0.name == name } }?.file
  }

  /// The stages that provide a layer under default settings, sorted.
  public func providers(of layer: String) -> [String] {
    entries.values
      .filter { $0.factory.defaultContract.provides.contains { $0.name == layer } }
      .map(\.factory.name)
      .sorted()
  }

  /// Every code that `explain` knows: Dictum's own, then the plugins'.
  public var codes: [DiagnosticCode] { DiagnosticCode.catalogue + plugins.flatMap(\.codes) }
}
