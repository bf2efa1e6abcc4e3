import DictumJSON
import Glibc

/// Figures by name, in order, some of them in groups.
public struct Figures: Sendable, Equatable {
  /// A figure or a group of figures.
  public enum Value: Sendable, Equatable {
    /// In percent, with two decimals; nil where there is nothing to divide by.
    case percent(Double?)
    case count(Int)
    case group(Figures)
  }

  public private(set) var entries: [(name: String, value: Value)] = []

  init(_ entries: [(String, Value)] = []) { self.entries = entries.map { (name: $0.0, value: $0.1) } }

  public static func == (left: Figures, right: Figures) -> Bool {
    left.entries.elementsEqual(right.entries) { $0.name == $1.name && $0.value == $1.value }
  }

  /// The figures in percent, each under its path: `overlap30.f1`.
  public var percentages: [(path: String, value: Double)] {
    entries.flatMap { name, value -> [(String, Double)] in
      switch value {
      case .percent(let number): number.map { [(name, $0)] } ?? []
      case .count: []
      case .group(let group): group.percentages.map { ("\(name).\($0.path)", $0.value) }
      }
    }
  }

  /// Precision, recall and F1.
  static func scores(right: Int, predicted: Int, gold: Int) -> Value {
    let precision = predicted > 0 ? Double(right) / Double(predicted) : 0
    let recall = gold > 0 ? Double(right) / Double(gold) : 0
    let sum = precision + recall
    return .group(
      Figures([
        ("p", .percent(rounded(100 * precision))),
        ("r", .percent(rounded(100 * recall))),
        ("f1", .percent(sum > 0 ? rounded(200 * precision * recall / sum) : 0)),
        ("gold", .count(gold)),
        ("predicted", .count(predicted)),
      ])
    )
  }

  /// A share in percent; nil of nothing.
  static func share(_ part: Int, of whole: Int) -> Value {
    .percent(whole != 0 ? rounded(100 * Double(part) / Double(whole)) : nil)
  }

  /// Two decimals, as printing rounds: exactly, halves to even.
  static func rounded(_ value: Double) -> Double {
    var text = [CChar](repeating: 0, count: 64)
    let count = withVaList([value]) { vsnprintf(&text, text.count, "%.2f", $0) }
    guard count > 0, count < text.count else { return value }
    return strtod(text, nil)
  }

  func write(to json: inout JSONBuffer) {
    for (name, value) in entries {
      json.key(name)
      switch value {
      case .percent(let number): if let number { json.number(number) } else { json.null() }
      case .count(let count): json.integer(count)
      case .group(let group):
        json.openObject()
        group.write(to: &json)
        json.closeObject()
      }
    }
  }
}
