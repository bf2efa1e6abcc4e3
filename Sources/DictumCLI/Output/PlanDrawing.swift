import DictumKit
import DictumRuntime

/// A plan as a drawing: the stages below each other, and which layers each takes from which.
struct PlanDrawing {
  let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  var text: String {
    var lines = [
      "\(plan.name)", "  the document's text" + (plan.given.isEmpty ? "" : ", " + plan.given.joined(separator: ", ")),
    ]
    var providers = Dictionary(plan.given.map { ($0, "the document") }) { first, _ in first }
    for stage in plan.stages {
      lines.append("    │")
      lines.append("  ┌ \(stage.name)" + (stage.name == stage.configured.name ? "" : " (\(stage.configured.name))"))
      let contract = stage.contract
      lines += rows("needs", contract.requires, providers)
      lines += rows("uses", contract.accepts.filter { providers[$0.name] != nil }, providers)
      lines += rows("adds to", contract.extends.filter { providers[$0.name] != nil }, providers)
      if !contract.models.isEmpty { lines.append("  │   model    \(contract.models.joined(separator: ", "))") }
      if stage.configured.settings != "{}" { lines.append("  │   settings \(stage.configured.settings)") }
      if stage.keepsGiven { lines.append("  │   passed over where the document brings its layers") }
      lines.append("  └→ \(contract.provides.map(\.name).joined(separator: ", "))")
      for layer in contract.provides { providers[layer.name] = stage.name }
    }
    lines.append("    │")
    let shown = plan.reported.map(\.name).filter { $0 != "tokens" || plan.report.tokens }
    lines.append("  the report, offsets in \(plan.report.offsets.rawValue): \(shown.joined(separator: ", "))")
    return lines.joined(separator: "\n")
  }

  private func rows(_ word: String, _ layers: [LayerName], _ providers: [String: String]) -> [String] {
    guard !layers.isEmpty else { return [] }
    let names = layers.map { "\($0.name) (\(providers[$0.name] ?? "?"))" }.joined(separator: ", ")
    return ["  │   \(word)\(String(repeating: " ", count: 9 - word.count))\(names)"]
  }
}
