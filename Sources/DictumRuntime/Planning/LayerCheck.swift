import DictumKit

/// Follows the layers through a plan: every stage must find what it requires, and no two may write the same.
struct LayerCheck {
  private let registry: Registry
  private var providers: [String: (stage: String, location: SourceLocation)] = [:]
  private var available: Set<String>
  private var missing: [(stage: PlannedStage, layers: [String], found: [String], location: SourceLocation)] = []
  private var found: [Diagnostic] = []
  private var stages: [PlannedStage] = []
  private let given: [String]
  /// After an unknown stage nobody can say what is missing, so nothing is reported as missing.
  var sawUnknownStage = false

  init(registry: Registry, given: [String]) {
    self.registry = registry
    self.given = given
    available = Set(given)
  }

  mutating func add(_ stage: PlannedStage, at location: SourceLocation) {
    stages.append(stage)
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
    var missing = missing
    var found = found
    let late = missing.filter { entry in entry.layers.contains { providers[$0] != nil } }
    if late.count > 1, let order = rightOrder {
      // One fault, however many stages it reaches.
      let names = late.map { "`\($0.stage.name)`" }.joined(separator: ", ")
      found.append(
        Diagnostic(
          .missingLayer,
          "the stages stand in the wrong order: \(names) need layers that are provided further down",
          at: late[0].location,
          notes: ["this order would do: " + order.joined(separator: ", ")]
        )
      )
      missing = missing.compactMap { entry in
        var entry = entry
        entry.layers.removeAll { providers[$0] != nil }
        return entry.layers.isEmpty ? nil : entry
      }
    }
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

  /// The stages in an order in which each finds what it requires and accepts as far as the pipeline has it; nil where
  /// there is none.
  private var rightOrder: [String]? {
    guard stages.count <= 1_000 else { return nil }
    let provided = Set(stages.flatMap(\.contract.provides).map(\.name))
    var have = Set(given)
    var rest = stages
    var order: [String] = []
    while !rest.isEmpty {
      func wants(_ stage: PlannedStage) -> [String] {
        (stage.contract.requires + stage.contract.accepts + stage.contract.extends).map(\.name)
          .filter(provided.contains)
      }
      let next =
        rest.firstIndex { wants($0).allSatisfy(have.contains) }
        ?? rest.firstIndex { $0.contract.requires.allSatisfy { have.contains($0.name) || !provided.contains($0.name) } }
      guard let next else { return nil }
      let stage = rest.remove(at: next)
      have.formUnion(stage.contract.provides.map(\.name))
      order.append(stage.name)
    }
    return order
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
