import DictumKit
import DictumRuntime
import Entities
import Exec
import Opinions
import Quotes
import Segmentation
import Syntax

/// A door through which bytes of strangers come in. Whatever they are, `run` must return; where something is found that
/// must not be, it traps.
package struct FuzzTarget: Sendable {
  package let name: String
  /// Bytes beyond this find nothing that fewer do not.
  package let longest: Int
  package let run: @Sendable ([UInt8]) -> Void

  init(_ name: String, longest: Int = 4_096, run: @escaping @Sendable ([UInt8]) -> Void) {
    self.name = name
    self.longest = longest
    self.run = run
  }
}

/// Everything that reads bytes from outside.
package enum FuzzTargets {
  package static let all: [FuzzTarget] =
    [pipeline] + texts + [layers, answer, request, archive] + formats + [model]
}

/// What the targets run.
enum Fuzzed {
  /// The plugins without the encoder's stages.
  static let plugins = [
    SegmentationPlugin.plugin, SyntaxPlugin.plugin, EntitiesPlugin.plugin, QuotesPlugin.plugin, OpinionsPlugin.plugin,
    ExecPlugin.plugin,
  ]
  private static let models = "\(#filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" })/Models"

  /// A pipeline of a list of stages.
  static func pipeline(_ stages: String) -> Pipeline {
    do throws(DictumError) {
      let plan = try Planner.plan(
        Array("dictum: 1\nname: fuzzed\nstages: \(stages)\n".utf8),
        file: "fuzzed.yaml",
        registry: Registry(plugins)
      )
      return try Pipeline(plan, resources: Resources(folders: [models]))
    } catch {
      preconditionFailure(error.description)
    }
  }
}
