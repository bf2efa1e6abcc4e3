import DictumKit
import DictumLinear
import Entities

/// Exact-span scores of a model on a corpus, by type.
struct Evaluation {
  private var right: [String: Int] = [:]
  private var found: [String: Int] = [:]
  private var gold: [String: Int] = [:]

  init(_ model: LinearModel, _ corpus: Corpus) {
    for example in corpus.examples {
      let scores = model.scores(example.rows)
      let labels = scores.withUnsafeBufferPointer { model.chain.decode($0) }
      let wanted = Set(EntityLabels.spans(example.labels).map { "\($0.range) \($0.type.rawValue)" })
      for span in EntityLabels.spans(labels) { found[span.type.rawValue, default: 0] += 1 }
      for span in EntityLabels.spans(example.labels) { gold[span.type.rawValue, default: 0] += 1 }
      for span in EntityLabels.spans(labels) where wanted.contains("\(span.range) \(span.type.rawValue)") {
        right[span.type.rawValue, default: 0] += 1
      }
    }
  }

  private func f1(_ right: Int, _ found: Int, _ gold: Int) -> Double {
    found + gold == 0 ? 0 : 200 * Double(right) / Double(found + gold)
  }

  private func rounded(_ value: Double) -> String {
    String(Int(value * 100 + 0.5) / 100) + "." + String(Int(value * 100 + 0.5) % 100)
  }

  var text: String {
    rounded(f1(right.values.reduce(0, +), found.values.reduce(0, +), gold.values.reduce(0, +)))
  }

  var table: String {
    gold.keys.sorted().map { "\($0) \(rounded(f1(right[$0] ?? 0, found[$0] ?? 0, gold[$0] ?? 0)))" }
      .joined(separator: "\n")
  }
}
