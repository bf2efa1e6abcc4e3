/// The labels of the taggers: 0 is outside.
package enum AttributionLabels {
  /// Outside, a cue's first token, its later ones.
  package static let cueCount = 3

  /// Whether a cue label may follow another.
  package static func allowsCue(_ label: Int, _ next: Int) -> Bool { next != 2 || label != 0 }

  /// Outside, then begin, inside, end and single for the source (1...4) and the content (5...8).
  package static let roleCount = 9

  /// Whether a role label may follow another: what has begun goes on to its end.
  package static func allowsRole(_ label: Int, _ next: Int) -> Bool {
    let isOpen = label != 0 && (label - 1) % 4 < 2
    guard isOpen else { return next == 0 || (next - 1) % 4 == 0 || (next - 1) % 4 == 3 }
    return next != 0 && (next - 1) / 4 == (label - 1) / 4 && [1, 2].contains((next - 1) % 4)
  }

  /// The first label of a role.
  package enum Role: Int, CaseIterable {
    case source = 1
    case content = 5
  }

  /// Writes a role over a run of tokens.
  package static func write(_ role: Role, _ range: Range<Int>, _ labels: inout [Int]) {
    guard let last = range.last else { return }
    if range.count == 1 {
      labels[last] = role.rawValue + 3
      return
    }
    for index in range { labels[index] = role.rawValue + 1 }
    labels[range.lowerBound] = role.rawValue
    labels[last] = role.rawValue + 2
  }

  /// The runs of a role that labels spell.
  package static func runs(_ role: Role, _ labels: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, label) in labels.enumerated() where (role.rawValue..<role.rawValue + 4).contains(label) {
      if let last = runs.last, last.upperBound == index, ![0, 3].contains(label - role.rawValue) {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// The cues that labels spell.
  package static func cues(_ labels: [Int]) -> [Range<Int>] {
    var cues: [Range<Int>] = []
    for (index, label) in labels.enumerated() where label != 0 {
      if label == 2, let last = cues.last, last.upperBound == index {
        cues[cues.count - 1] = last.lowerBound..<index + 1
      } else {
        cues.append(index..<index + 1)
      }
    }
    return cues
  }
}
