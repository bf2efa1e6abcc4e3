public import DictumKit
import DictumSystem

/// What a pipeline does to a document, as it does it.
public enum StageEvent: Sendable {
  case begins(_ stage: String)
  /// A stage has ended well; the times are those of `MonotonicClock`.
  case ended(_ stage: String, from: Double, to: Double)
}

/// Hears of the stages that run.
public typealias StageObserver = (StageEvent) -> Void

/// A plan with its stages made: what runs over documents. Shared by all workers.
public struct Pipeline: Sendable {
  public let plan: Plan
  /// The models that the stages loaded, by name.
  public let models: [ModelIdentity]
  private let stages: [any Stage]
  private let layers: [any Layer]

  /// Makes every stage of a plan, loading models.
  ///
  /// - Throws: what the stages could not load, all of it.
  public init(_ plan: Plan, resources: Resources) throws(DictumError) {
    var problems: [Diagnostic] = []
    var made: [any Stage] = []
    for planned in plan.stages {
      do {
        made.append(try planned.configured.make(resources))
      } catch {
        problems += Self.diagnostics(error, stage: planned.name)
      }
    }
    guard problems.isEmpty else { throw DictumError(problems) }
    self.plan = plan
    stages = made
    models = resources.models
    layers = plan.layers
  }

  /// What reports say of the run that made them.
  public var description: RunDescription {
    var plugins: [RunDescription.PluginVersion] = []
    for stage in plan.stages where !plugins.contains(where: { $0.name == stage.plugin }) {
      plugins.append(RunDescription.PluginVersion(name: stage.plugin, version: stage.version))
    }
    return RunDescription(
      pipeline: (plan.name, plan.hash),
      plugins: plugins,
      models: models,
      layers: plan.reported
    )
  }

  /// Runs every stage over a document.
  ///
  /// - Parameter observe: hears of each stage that runs, before and after it.
  /// - Throws: the failure of the first stage that failed, with its name.
  public func run(
    _ document: inout Document,
    observe: StageObserver? = nil
  ) throws(DictumError) {
    for (planned, stage) in zip(plan.stages, stages) {
      if planned.keepsGiven, planned.contract.provides.allSatisfy({ document.has($0.name) }) { continue }
      guard let observe else {
        try annotate(&document, planned, stage)
        continue
      }
      let begin = MonotonicClock.now
      observe(.begins(planned.name))
      try annotate(&document, planned, stage)
      observe(.ended(planned.name, from: begin, to: MonotonicClock.now))
    }
    for layer in plan.stages.flatMap(\.contract.provides) where !layer.isReported { document.remove(layer.name) }
  }

  private func annotate(_ document: inout Document, _ planned: PlannedStage, _ stage: any Stage) throws(DictumError) {
    let before = document.revisions
    let known = document.diagnostics.count
    do {
      try stage.annotate(&document)
    } catch {
      throw DictumError(Self.diagnostics(error, stage: planned.name))
    }
    for index in known..<max(known, document.diagnostics.count) { document.diagnostics[index].stage = planned.name }
    do throws(DictumError) {
      try ContractCheck(stage: planned.name, contract: planned.contract, layers: layers)
        .verify(document, since: before)
    } catch {
      throw DictumError(Self.diagnostics(error, stage: planned.name))
    }
  }

  private static func diagnostics(_ error: any Error, stage: String) -> [Diagnostic] {
    let found =
      (error as? DictumError)?.diagnostics ?? [Diagnostic(.stageFailed, "the stage `\(stage)` failed: \(error)")]
    return found.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.stage = stage
      return diagnostic
    }
  }
}
