package import DictumKit

/// The BIO labels over the nine types: 0 is outside; a type has one label for its first token and one for the others.
package enum EntityLabels {
  package static let count = 1 + 2 * EntityType.ofNames.count

  /// The label of a type's first token.
  package static func begin(_ type: EntityType) -> Int {
    1 + 2 * (EntityType.ofNames.firstIndex(of: type) ?? 0)
  }

  /// The label of a type's later tokens.
  package static func inside(_ type: EntityType) -> Int { begin(type) + 1 }

  /// The labels as model files name them: O, B-person, I-person, …
  static let names: [String] = ["O"] + EntityType.ofNames.flatMap { ["B-\($0.rawValue)", "I-\($0.rawValue)"] }

  /// The type of a label; nil outside.
  static func type(_ label: Int) -> EntityType? {
    label == 0 ? nil : EntityType.ofNames[(label - 1) / 2]
  }

  static func isBegin(_ label: Int) -> Bool { label % 2 == 1 }

  /// Whether `next` may follow `label`: an inside label continues its own type only.
  package static func allows(_ label: Int, _ next: Int) -> Bool {
    if next == 0 || isBegin(next) { return true }
    return next == label || next == label + 1 && isBegin(label)
  }
}

extension EntityLabels {
  /// The mentions that a sentence's labels spell, as token ranges.
  package static func spans(_ labels: [Int]) -> [(range: Range<Int>, type: EntityType)] {
    var spans: [(range: Range<Int>, type: EntityType)] = []
    var start: Int?
    for (index, label) in labels.enumerated() {
      if label != 0 && !isBegin(label) && start != nil { continue }
      if let first = start, let type = type(labels[first]) { spans.append((first..<index, type)) }
      start = label == 0 ? nil : index
    }
    if let first = start, let type = type(labels[first]) { spans.append((first..<labels.count, type)) }
    return spans
  }
}

extension EntityLabels {
  /// The mentions that a sentence's likeliest labels spell, as sure as the least sure of their tokens.
  ///
  /// - Parameters:
  ///   - tokens: the sentence's.
  ///   - labels: one a token.
  ///   - marginals: how likely each label is, `[token * count + label]`; asked for where there is a name.
  static func mentions(
    in tokens: ArraySlice<Token>,
    _ labels: [Int],
    marginals: () -> [Float]
  ) -> [Mention] {
    let spans = spans(labels)
    guard !spans.isEmpty else { return [] }
    let likelihoods = marginals()
    return spans.map { range, type in
      let span = tokens[tokens.startIndex + range.lowerBound].span
        .union(tokens[tokens.startIndex + range.upperBound - 1].span)
      let least = range.map { likelihoods[$0 * count + labels[$0]] }.min() ?? 0
      return Mention(id: "", span: span, type: type, confidence: Double(min(1, least)))
    }
  }
}
