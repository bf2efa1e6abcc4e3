import DictumHash
public import DictumKit

/// A pipeline file that has been checked: every stage known, every setting read, every layer provided in time.
/// Nothing has been loaded yet.
public struct Plan: Sendable {
  /// The pipeline's name.
  public let name: String
  /// The stages in the order in which they run.
  public let stages: [PlannedStage]
  /// Layers that documents bring along, as `given:` names them.
  public let given: [String]
  private let declared: [any Layer]
  public let report: ReportOptions

  init(
    name: String,
    stages: [PlannedStage],
    given: [String],
    layers: [any Layer],
    report: ReportOptions
  ) {
    self.name = name
    self.stages = stages
    self.given = given
    declared = layers
    self.report = report
  }

  /// All layers that the plan may read or write: those of the registry in its order, then those that stages have
  /// because of their settings.
  public var layers: [any Layer] {
    let names = Set(declared.map(\.name))
    return declared + stages.flatMap(\.configured.layers).filter { !names.contains($0.name) }
  }

  /// The layers to read from an incoming document: those of `given:`, those that a stage accepts and no earlier one
  /// provides, and those that a stage is told to keep. Others are left alone, so that a report may be fed in again.
  public var incoming: Set<String> {
    var names = Set(given)
    var provided: Set<String> = []
    for stage in stages {
      names.formUnion(
        (stage.contract.accepts + stage.contract.extends).filter { $0.isReported && !provided.contains($0.name) }.map(
          \.name
        )
      )
      if stage.keepsGiven { names.formUnion(stage.contract.provides.filter(\.isReported).map(\.name)) }
      provided.formUnion(stage.contract.provides.map(\.name))
    }
    return names
  }

  /// The layers that reports of the pipeline may show: what its stages provide and what documents bring along.
  public var reported: [any Layer] {
    let names = incoming.union(stages.flatMap(\.contract.provides).map(\.name))
    return layers.filter { names.contains($0.name) }
  }

  /// Identifies what the pipeline computes: equal for files that differ in comments and layout only.
  public var hash: String {
    var hash = StableHash()
    hash.combine(name)
    for stage in stages {
      hash.combine("\(stage.name) \(stage.configured.name) \(stage.keepsGiven) \(stage.configured.settings)")
    }
    for stage in stages { [stage.code, stage.version].forEach { if let word = $0 { hash.combine(word) } } }
    hash.combine(given.joined(separator: " "))
    hash.combine(report.json)
    return hash.hexadecimal
  }
}

/// A stage of a plan.
public struct PlannedStage: Sendable {
  /// The name in the pipeline: the stage's own, unless `stage:` among the settings says which stage it is.
  public let name: String
  public let configured: ConfiguredStage
  /// The plugin that declares it, and its version where it has one.
  public let plugin: String
  public let version: String?
  /// The hash of the library that holds the stage's code; nil for a stage that is built in.
  public let code: String?
  /// `keep: given`: a document that brings the stage's layers keeps them, and the stage is passed over.
  public let keepsGiven: Bool
  /// Whether its settings are wrong, so that nobody can say what it needs.
  let isDoubtful: Bool

  public var contract: StageContract { configured.contract }
}
