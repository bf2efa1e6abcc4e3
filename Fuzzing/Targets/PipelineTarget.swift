import DictumKit
import DictumRuntime

extension FuzzTargets {
  /// A pipeline file: checked, and what is wrong with it put into words. Nothing is run.
  static let pipeline = FuzzTarget("pipeline") { bytes in
    do throws(DictumError) {
      _ = try Planner.plan(bytes, file: "pipeline.yaml", registry: registry.get())
    } catch {
      precondition(!error.description.isEmpty)
    }
  }

  private static let registry = Result { () throws(DictumError) in try Registry(Fuzzed.plugins) }
}
