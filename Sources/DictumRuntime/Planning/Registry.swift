public import DictumKit

/// What the loaded plugins declare. A value made by `main`; there is no other list of stages.
public struct Registry: Sendable {
  public let plugins: [Plugin]
  private let entries: [String: Entry]
  private let layersByName: [String: LayerDeclaration]

  struct Entry: Sendable {
    let factory: StageFactory
    let plugin: String
  }

  /// Collects the plugins' declarations.
  ///
  /// - Throws: `duplicateStage`, once for every stage or layer name that two plugins declare.
  public init(_ plugins: [Plugin]) throws(DictumError) {
    var entries: [String: Entry] = [:]
    var owners = Dictionary(uniqueKeysWithValues: LayerDeclaration.standard.map { ($0.name, "Dictum") })
    var layers = Dictionary(uniqueKeysWithValues: LayerDeclaration.standard.map { ($0.name, $0) })
    var problems: [Diagnostic] = []
    for plugin in plugins {
      for factory in plugin.stages {
        if let other = entries[factory.name] {
          problems.append(
            Diagnostic(
              .duplicateStage,
              "the plugins \(other.plugin) and \(plugin.name) both declare the stage `\(factory.name)`"
            )
          )
        }
        entries[factory.name] = Entry(factory: factory, plugin: plugin.name)
      }
      for layer in plugin.layers {
        if let other = owners[layer.name] {
          problems.append(
            Diagnostic(.duplicateStage, "\(other) and \(plugin.name) both declare the layer `\(layer.name)`")
          )
        }
        owners[layer.name] = plugin.name
        layers[layer.name] = layer
      }
    }
    guard problems.isEmpty else { throw DictumError(problems) }
    self.plugins = plugins
    self.entries = entries
    layersByName = layers
  }

  /// The names of all stages, sorted.
  public var stageNames: [String] { entries.keys.sorted() }

  /// The stage of that name.
  public func stage(_ name: String) -> StageFactory? { entries[name]?.factory }

  /// The plugin that declares the stage.
  public func plugin(ofStage name: String) -> String? { entries[name]?.plugin }

  /// All layers: those of the report's contract in its order, then the plugins' by name.
  public var layers: [LayerDeclaration] {
    let standard = LayerDeclaration.standard
    let names = Set(standard.map(\.name))
    return standard + layersByName.values.filter { !names.contains($0.name) }.sorted { $0.name < $1.name }
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
