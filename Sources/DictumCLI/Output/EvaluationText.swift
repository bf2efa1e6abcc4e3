import DictumEvaluation

/// What came of a measure, for people.
struct EvaluationText {
  private let result: MeasureResult

  init(_ result: MeasureResult) { self.result = result }

  var text: String {
    var lines = [heading] + figures(result.figures, indent: 1, path: "")
    if let comparison = result.comparison { lines += ["", self.comparison(comparison)] }
    if !result.mistakes.isEmpty {
      lines += ["", "  \(result.mistakes.count) of \(result.mistakeCount) mistakes:"]
      lines += result.mistakes.flatMap(mistake)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let missing = result.withoutReport > 0 ? ", \(result.withoutReport) without a report" : ""
    return "\(result.name): \(result.documents) document\(result.documents == 1 ? "" : "s")\(missing)"
  }

  private func figures(_ figures: Figures, indent: Int, path: String) -> [String] {
    let margin = String(repeating: "  ", count: indent)
    let scores = ["p", "r", "f1", "gold", "predicted"]
    if figures.entries.prefix(5).map(\.name) == scores {
      return ["\(margin)\(row(figures, path))"]
    }
    return figures.entries.flatMap { name, value -> [String] in
      let inner = path.isEmpty ? name : "\(path).\(name)"
      switch value {
      case .count(let count): return ["\(margin)\(name) \(count)"]
      case .percent(let number): return ["\(margin)\(name) \(show(number, inner))"]
      case .group(let group):
        if group.entries.map(\.name) == scores { return ["\(margin)\(name)  \(row(group, inner))"] }
        return ["\(margin)\(name)"] + self.figures(group, indent: indent + 1, path: inner)
      }
    }
  }

  /// Precision, recall and F1 on one line.
  private func row(_ scores: Figures, _ path: String) -> String {
    scores.entries.map { name, value in
      switch value {
      case .percent(let number): "\(name) \(show(number, name == "f1" ? (path.isEmpty ? name : "\(path).f1") : ""))"
      case .count(let count): "\(name) \(count)"
      case .group: ""
      }
    }.joined(separator: "  ")
  }

  private func show(_ number: Double?, _ path: String) -> String {
    guard let number else { return "–" }
    guard let interval = result.intervals.first(where: { $0.path == path })?.interval else { return decimals(number) }
    return "\(decimals(number)) [\(decimals(interval.low)) to \(decimals(interval.high))]"
  }

  private func comparison(_ comparison: Comparison) -> String {
    let sign = comparison.difference >= 0 ? "+" : ""
    let verdict = comparison.probability < 0.05 ? "more than chance" : "may be chance"
    return "  against: \(comparison.figure) \(sign)\(decimals(comparison.difference)) "
      + "[\(decimals(comparison.interval.low)) to \(decimals(comparison.interval.high))], "
      + "p = \(decimals(comparison.probability, places: 4)): \(verdict)"
  }

  private func mistake(_ found: MeasureResult.Found) -> [String] {
    var what = found.mistake.what
    if let answer = found.mistake.found, !answer.isEmpty { what += " · \(answer)" }
    if let expected = found.mistake.expected, !expected.isEmpty { what += " · right: \(expected)" }
    let context = found.context
    return [
      "    \(what) · \(found.document)",
      "      \(context.before)⟦\(context.place)⟧\(context.after)",
    ]
  }

  /// A number with its trailing zeros.
  private func decimals(_ number: Double, places: Int = 2) -> String {
    let scale = places == 2 ? 100 : 10_000
    let whole = Int((abs(number) * Double(scale)).rounded())
    let fraction = String(whole % scale)
    let zeros = String(repeating: "0", count: max(0, places - fraction.count))
    return "\(number < 0 && whole > 0 ? "-" : "")\(whole / scale).\(zeros)\(fraction)"
  }
}
