/// The labels of a tagger: `O`, and `B-x` and `I-x` for each type x (Ramshaw and Marcus 1995).
struct BIOScheme: Sendable {
  enum Role: Sendable, Equatable {
    case outside
    case begin(String)
    case inside(String)
  }

  let roles: [Role]
  /// `[to]`: the labels that may precede each label.
  private let predecessors: [[Int]]
  /// `[from, to]`, added for each step; nil when there are none.
  private let transitions: [Float]?

  /// - Parameter transitions: `[labels, labels]`, from row to column.
  init(labels: [String], transitions: [Float]? = nil) {
    precondition(transitions.map { $0.count == labels.count * labels.count } ?? true, "a score for each pair")
    let roles = labels.map { label -> Role in
      switch label.prefix(2) {
      case "B-": .begin(String(label.dropFirst(2)))
      case "I-": .inside(String(label.dropFirst(2)))
      default: .outside
      }
    }
    self.roles = roles
    self.transitions = transitions
    predecessors = roles.map { role in
      guard case .inside(let type) = role else { return Array(roles.indices) }
      return roles.indices.filter { roles[$0] == .begin(type) || roles[$0] == .inside(type) }
    }
  }

  /// The best sequence of labels in which `I-x` follows only `B-x` or `I-x` (Viterbi 1967).
  ///
  /// - Parameter scores: `[words, labels]`, row-major.
  /// - Returns: a label for each word; of equal paths, the one with the lower labels.
  func decode(_ scores: [Float]) -> [Int] {
    let labels = roles.count
    let words = scores.count / labels
    guard words > 0 else { return [] }
    let never = -Float.greatestFiniteMagnitude
    var best = (0..<labels).map { label -> Float in
      if case .inside = roles[label] { never } else { scores[label] }
    }
    var back = [UInt8](repeating: 0, count: words * labels)
    var next = best
    for word in 1..<max(1, words) {
      // Labels that anything may precede share one predecessor unless transitions tell them apart.
      let overall = best.indices.reduce(0) { best[$1] > best[$0] ? $1 : $0 }
      for label in 0..<labels {
        var from = overall
        var score = best[overall]
        if transitions != nil || predecessors[label].count < labels {
          score = never
          from = predecessors[label].first ?? 0
          for previous in predecessors[label] {
            let through = best[previous] + (transitions?[previous * labels + label] ?? 0)
            if through > score { (score, from) = (through, previous) }
          }
        }
        next[label] = max(never, score + scores[word * labels + label])
        back[word * labels + label] = UInt8(from)
      }
      swap(&best, &next)
    }
    var path = [Int](repeating: 0, count: words)
    path[words - 1] = best.indices.reduce(0) { best[$1] > best[$0] ? $1 : $0 }
    for word in stride(from: words - 1, to: 0, by: -1) {
      path[word - 1] = Int(back[word * labels + path[word]])
    }
    return path
  }

  /// The runs of words that a path marks, with their types.
  func runs(_ path: [Int]) -> [(type: String, words: Range<Int>)] {
    var runs: [(type: String, words: Range<Int>)] = []
    for (word, label) in path.enumerated() {
      switch roles[label] {
      case .outside: continue
      case .begin(let type): runs.append((type, word..<word + 1))
      case .inside(let type):
        if let last = runs.indices.last, runs[last].type == type, runs[last].words.upperBound == word {
          runs[last].words = runs[last].words.lowerBound..<word + 1
        } else {
          runs.append((type, word..<word + 1))
        }
      }
    }
    return runs
  }
}
