import DictumLinear
import LinearTraining
import Quotes

/// Turns documents into the examples of the two chains.
enum Examples {
  /// Whole sentences with cue labels.
  static func cues(_ documents: some Sequence<GoldDocument>) -> [Example] {
    documents.flatMap { document in
      var labels = [Int](repeating: 0, count: document.text.tokens.count)
      for attribution in document.attributions {
        for token in attribution.cue { labels[token] = 2 }
      }
      for attribution in document.attributions { if let first = attribution.cue.first { labels[first] = 1 } }
      return document.text.sentences.map { sentence in
        var rows = FeatureRows()
        CueFeatures.add(sentence, of: document.text, to: &rows)
        var here = Array(labels[sentence])
        if here.first == 2 { here[0] = 1 }
        return Example(rows: rows, labels: here)
      }
    }
  }

  /// One example for each cue that a model finds, and for each that it misses.
  static func roles(_ documents: some Sequence<GoldDocument>, cueModel: LinearModel, lift: Float) -> [Example] {
    var examples: [Example] = []
    var rows = FeatureRows()
    for document in documents {
      var pending = document.attributions
      for sentence in document.text.sentences {
        var cues = LinearAttributor.cues(in: sentence, of: document.text, model: cueModel, lift: lift, rows: &rows)
          .map { (range: $0.range, gold: GoldDocument.Attribution?.none) }
        for place in cues.indices {
          guard let match = pending.firstIndex(where: { !cues[place].range.isDisjoint(with: $0.cue) }) else { continue }
          cues[place].gold = pending.remove(at: match)
        }
        for missed in pending {
          guard let first = missed.cue.first, sentence.contains(first), let last = missed.cue.last else { continue }
          cues.append((first..<min(last + 1, sentence.upperBound), missed))
        }
        pending.removeAll { $0.cue.first.map { sentence.contains($0) } ?? false }
        for place in cues.indices {
          let (cue, gold) = cues[place]
          examples.append(example(document.text, sentence, cue, gold, cues.map(\.range)))
        }
      }
    }
    return examples
  }

  private static func example(
    _ text: AttributionText,
    _ sentence: Range<Int>,
    _ cue: Range<Int>,
    _ gold: GoldDocument.Attribution?,
    _ cues: [Range<Int>]
  ) -> Example {
    let window = LinearAttributor.window(sentence, cue, cues: cues.count)
    var labels = [Int](repeating: 0, count: window.count)
    func write(_ role: AttributionLabels.Role, _ tokens: [Int]) {
      var run: Range<Int>?
      for token in tokens.filter({ window.contains($0) }).map({ $0 - window.lowerBound }).sorted() {
        if let open = run, open.upperBound == token {
          run = open.lowerBound..<token + 1
        } else {
          if let open = run { AttributionLabels.write(role, open, &labels) }
          run = token..<token + 1
        }
      }
      if let open = run { AttributionLabels.write(role, open, &labels) }
    }
    if let gold {
      write(.content, gold.content)
      write(.source, gold.source)
    }
    var rows = FeatureRows()
    RoleFeatures(text, sentence: window, cue: cue, cues: cues).add(to: &rows)
    return Example(rows: rows, labels: repaired(labels))
  }

  /// A source inside a content cuts it: what is left must still begin and end.
  private static func repaired(_ labels: [Int]) -> [Int] {
    var repaired = [Int](repeating: 0, count: labels.count)
    for role in AttributionLabels.Role.allCases {
      var start: Int?
      for index in 0...labels.count {
        let isInside = index < labels.count && (role.rawValue..<role.rawValue + 4).contains(labels[index])
        let begins = isInside && [0, 3].contains(labels[index] - role.rawValue)
        if let first = start, !isInside || begins {
          AttributionLabels.write(role, first..<index, &repaired)
          start = nil
        }
        if isInside && start == nil { start = index }
      }
    }
    return repaired
  }
}

extension Range<Int> {
  /// Whether none of the numbers lies in the range.
  fileprivate func isDisjoint(with numbers: [Int]) -> Bool { !numbers.contains(where: contains) }
}
