import DictumKit

/// Follows the layers through a plan: every stage must find what it requires, and no two may write the same.
struct LayerCheck {
  private let registry: Registry
  private var providers: [String: String] = [:]
  private var available: Set<String>
  /// After an unknown stage nobody can say what is missing, so nothing is reported as missing.
  var sawUnknownStage = false

  init(registry: Registry, given: [String]) {
    self.registry = registry
    available = Set(given)
  }

  mutating func add(_ stage: PlannedStage, at location: SourceLocation) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let missing = stage.contract.requires.map(\.name).filter { !available.contains($0) }
    if !sawUnknownStage {
      problems += missing.map { layer in
        Diagnostic(
          .missingLayer,
          "`\(stage.name)` needs the layer `\(layer)`, which no earlier stage provides",
          at: location,
          notes: notes(for: stage, missing: layer)
        )
      }
    }
    let declared = registry.layers.map(\.name) + stage.configured.layers.map(\.name)
    for layer in stage.contract.provides + stage.contract.extends where layer.isReported {
      guard !declared.contains(layer.name) else { continue }
      problems.append(
        Diagnostic(
          .undeclaredLayer,
          "`\(stage.name)` provides the layer `\(layer.name)`, which the plugin \(stage.plugin) does not declare",
          at: location,
          notes: ["name its key in the declaration: Plugin(…, layers: [LayerKey.\(layer.name)])"]
        )
      )
    }
    for layer in stage.contract.provides.map(\.name) {
      if let other = providers[layer] {
        problems.append(
          Diagnostic(.repeatedStage, "`\(stage.name)` and `\(other)` both provide the layer `\(layer)`", at: location)
        )
      }
      providers[layer] = stage.name
      available.insert(layer)
    }
    return problems
  }

  private func notes(for stage: PlannedStage, missing layer: String) -> [String] {
    let found = stage.contract.requires.map(\.name).filter { available.contains($0) }
    let candidates = registry.providers(of: layer)
    var notes: [String] = []
    if !found.isEmpty { notes.append("found: " + found.joined(separator: ", ")) }
    notes.append(
      candidates.isEmpty
        ? "no loaded plugin provides `\(layer)`"
        : "put " + candidates.map { "`\($0)`" }.joined(separator: " or ") + " before it"
    )
    return notes
  }
}
