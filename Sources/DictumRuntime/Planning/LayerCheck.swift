import DictumKit

/// Follows the layers through a plan: every stage must find what it requires, and no two may write the same.
struct LayerCheck {
  private let registry: Registry
  private var providers: [String: (stage: String, location: SourceLocation)] = [:]
  private var available: Set<String>
  private var missing: [(stage: PlannedStage, layers: [String], found: [String], location: SourceLocation)] = []
  private var found: [Diagnostic] = []
  /// After an unknown stage nobody can say what is missing, so nothing is reported as missing.
  var sawUnknownStage = false

  init(registry: Registry, given: [String]) {
    self.registry = registry
    available = Set(given)
  }

  mutating func add(_ stage: PlannedStage, at location: SourceLocation) {
    let wanted = stage.contract.requires.map(\.name)
    let absent = wanted.filter { !available.contains($0) }
    if !absent.isEmpty, !stage.isDoubtful, !sawUnknownStage {
      missing.append((stage, absent, wanted.filter { available.contains($0) }, location))
    }
    found += undeclared(stage, at: location)
    for layer in stage.contract.provides.map(\.name) {
      if let other = providers[layer] {
        let twins = other.stage == stage.name
        found.append(
          Diagnostic(
            .repeatedStage,
            twins
              ? "the stage `\(stage.name)` stands here twice"
              : "`\(stage.name)` and `\(other.stage)` both provide the layer `\(layer)`",
            at: location,
            notes: ["first at line \(other.location.line)"]
          )
        )
        if twins { break }
      } else {
        providers[layer] = (stage.name, location)
      }
      available.insert(layer)
    }
  }

  /// Everything that is wrong.
  var problems: [Diagnostic] {
    return found
      + missing.map { stage, layers, present, location in
        let names = layers.map { "`\($0)`" }.joined(separator: ", ")
        let layer = layers.count == 1 ? "the layer \(names)" : "the layers \(names)"
        // A stage that stands too late is the usual mistake.
        let late = layers.compactMap { providers[$0] }
        let text = late.count == layers.count ? "which are provided further down" : "which no earlier stage provides"
        return Diagnostic(
          .missingLayer,
          "`\(stage.name)` needs \(layer), \(layers.count == 1 ? text.replacing("are", with: "is") : text)",
          at: location,
          notes: notes(layers, present, late: late)
        )
      }
  }

  private func notes(
    _ layers: [String],
    _ present: [String],
    late: [(stage: String, location: SourceLocation)]
  ) -> [String] {
    var notes = present.isEmpty ? [] : ["found: " + present.joined(separator: ", ")]
    if late.count == layers.count {
      var stages: [String] = []
      for provider in late where !stages.contains(provider.stage) { stages.append(provider.stage) }
      let names = stages.map { "`\($0)`" }.joined(separator: " and ")
      return notes + ["move \(names) up (line \(late[0].location.line))"]
    }
    var said: [String] = []
    for layer in layers {
      let candidates = registry.providers(of: layer)
      let note: String
      if !candidates.isEmpty {
        note = "put " + candidates.map { "`\($0)`" }.joined(separator: " or ") + " before it"
      } else if let near = nearestName(to: layer, among: registry.layers.map(\.name)) {
        note = "no loaded plugin provides `\(layer)`; did you mean `\(near)`?"
      } else {
        note = "no loaded plugin provides `\(layer)`"
      }
      if !said.contains(note) { said.append(note) }
    }
    notes += said
    return notes
  }

  private func undeclared(_ stage: PlannedStage, at location: SourceLocation) -> [Diagnostic] {
    let declared = registry.layers.map(\.name) + stage.configured.layers.map(\.name)
    return (stage.contract.provides + stage.contract.extends)
      .filter { $0.isReported && !declared.contains($0.name) }
      .map { layer in
        Diagnostic(
          .undeclaredLayer,
          "`\(stage.name)` provides the layer `\(layer.name)`, which the plugin \(stage.plugin) does not declare",
          at: location,
          notes: ["name its key in the declaration: Plugin(…, layers: [LayerKey.\(layer.name)])"]
        )
      }
  }
}
