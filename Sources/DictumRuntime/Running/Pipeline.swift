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
  fileprivate let steps: [Step]
  /// What stages hand on to each other; it goes when the last has run.
  private let transient: [String]

  /// A stage, made, with what the runner asks of it at each call.
  fileprivate struct Step: Sendable {
    let name: String
    let stage: any Stage
    let check: ContractCheck
    /// The layers of a document that it leaves as they came.
    let kept: [String]?
  }

  /// Makes every stage of a plan, loading models.
  ///
  /// - Throws: what the stages could not load, all of it.
  public init(_ plan: Plan, resources: Resources) throws(DictumError) {
    var problems: [Diagnostic] = []
    var steps: [Step] = []
    let layers = plan.layers
    for planned in plan.stages {
      do {
        steps.append(
          Step(
            name: planned.name,
            stage: try planned.configured.make(resources),
            check: ContractCheck(stage: planned.name, contract: planned.contract, layers: layers),
            kept: planned.keepsGiven ? planned.contract.provides.map(\.name) : nil
          )
        )
      } catch {
        problems += Self.diagnostics(error, stage: planned.name)
      }
    }
    guard problems.isEmpty else { throw DictumError(problems) }
    self.plan = plan
    self.steps = steps
    models = resources.models
    transient = plan.stages.flatMap(\.contract.provides).filter { !$0.isReported }.map(\.name)
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
    for step in steps {
      if let kept = step.kept, kept.allSatisfy({ document.has($0) }) { continue }
      guard let observe else {
        try step.annotate(&document)
        continue
      }
      let begin = MonotonicClock.now
      observe(.begins(step.name))
      try step.annotate(&document)
      observe(.ended(step.name, from: begin, to: MonotonicClock.now))
    }
    for name in transient { document.remove(name) }
  }

  fileprivate static func diagnostics(_ error: any Error, stage: String) -> [Diagnostic] {
    let found =
      (error as? DictumError)?.diagnostics ?? [Diagnostic(.stageFailed, "the stage `\(stage)` failed: \(error)")]
    return found.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.stage = stage
      return diagnostic
    }
  }
}

extension Pipeline.Step {
  /// Runs the stage and holds it to its contract.
  fileprivate func annotate(_ document: inout Document) throws(DictumError) {
    let before = document.revisions
    let known = document.diagnostics.count
    do {
      try stage.annotate(&document)
      for index in known..<max(known, document.diagnostics.count) { document.diagnostics[index].stage = name }
      try check.verify(document, since: before)
    } catch {
      throw DictumError(Pipeline.diagnostics(error, stage: name))
    }
  }
}
