import Quotes

/// Attributions found by overlap of their contents' tokens, as a quick look while training.
struct Evaluation {
  private var right = 0
  private var rightSources = 0
  private var goldSources = 0
  private var found = 0
  private var gold = 0

  init(_ attributor: LinearAttributor, _ documents: [GoldDocument]) {
    for document in documents {
      var contents = attributor.attributions(in: document.text)
      found += contents.count
      gold += document.attributions.count
      for wanted in document.attributions {
        let content = Set(wanted.content)
        let overlap = contents.map { found -> Double in
          let mine = Set(found.contents.joined())
          return Double(mine.intersection(content).count) / Double(max(1, mine.union(content).count))
        }
        guard let best = overlap.indices.max(by: { overlap[$0] < overlap[$1] }), overlap[best] >= 0.3 else { continue }
        right += 1
        if !wanted.source.isEmpty {
          goldSources += 1
          if contents[best].sources.joined().contains(where: wanted.source.contains) { rightSources += 1 }
        }
        contents.remove(at: best)
      }
    }
  }

  var f1: Double { 200 * Double(right) / Double(max(1, found + gold)) }

  var text: String {
    let precision = Int(1000 * right / max(1, found))
    let recall = Int(1000 * right / max(1, gold))
    return
      "f1 \(Double(Int(f1 * 10)) / 10), p \(precision), r \(recall), sources \(1000 * rightSources / max(1, goldSources))"
  }
}
