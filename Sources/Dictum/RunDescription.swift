import DictumKit
import DictumReports
import DictumRuntime

extension RunDescription {
  /// What the reports of a pipeline say of their run.
  init(_ pipeline: Pipeline) {
    self.init(
      pipeline: (pipeline.plan.name, pipeline.plan.hash),
      models: pipeline.models,
      layers: pipeline.plan.reported
    )
  }
}
