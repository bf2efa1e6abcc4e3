import DictumBatch
import DictumKit
import DictumSystem

extension FuzzTargets {
  /// A JSON line that brings layers along, which the stages keep.
  static let layers = FuzzTarget("layers") { bytes in
    let (line, error) = keeping.value.answer(to: InputLine(number: 1, content: .success(bytes)))
    if error == nil { readAgain(line) }
  }

  private static let keeping = OnDemand {
    let kept = ["syntax", "entities", "quotes", "opinions"].map { "\($0): { model: small, keep: given }" }
    return Run(Fuzzed.pipeline("[segment, \(kept.joined(separator: ", "))]"))
  }
}
