import DictumEnglish
package import DictumKit

/// What there is to know of a side that a model sees taken: how sure the model is, and what it cannot see, as it reads the
/// statement’s own sentences alone.
package enum SideClue: Int, CaseIterable, Sendable {
  /// The model's log odds, and again where the side is favourable.
  case odds, favorOdds, favor
  /// Whether the target stands in the content, or in the cue.
  case content, cue
  /// “we”, “you”: the holder's own side, as a rule.
  case ownSide
  /// “this”, “which”: what is meant stands elsewhere.
  case pointing
  /// “Ann’s” of “Ann’s plan”.
  case possessor
  /// How sure it is that the statement is one.
  case certainty
  /// How the statement feels, in the side's direction.
  case feeling
  /// Which side the article's other statements take on it, in this side's direction.
  case elsewhere
}

/// A side on a candidate, with its clues.
package struct SideCandidate: Sendable {
  package var stance: Stance
  /// By `SideClue`.
  package fileprivate(set) var clues = [Double](repeating: 0, count: SideClue.allCases.count)

  init(_ stance: Stance, odds: Double) {
    self.stance = stance
    self[.odds] = odds
    self[.favor] = stance.label == .favor ? 1 : 0
    self[.favorOdds] = odds * self[.favor]
  }

  package subscript(_ clue: SideClue) -> Double {
    get { clues[clue.rawValue] }
    set { clues[clue.rawValue] = newValue }
  }

  fileprivate var direction: Double { stance.label == .favor ? 1 : -1 }
}

/// Finds the clues of a document’s candidates.
struct SideClues {
  private static let pointing: Set<String> = ["this", "that", "these", "those", "it", "which", "who", "what"]
  private static let ownSide: Set<String> = ["i", "me", "we", "us", "you", "our", "my", "your"]

  private let document: Document
  private let tokens: [Token]
  private let feelings: [String: Double]

  init(_ document: Document) {
    self.document = document
    tokens = document[.tokens]
    feelings = Dictionary(document[.sentiments].map { ($0.of, $0.score) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds what is known of the candidates of all statements.
  ///
  /// - Parameter candidates: by statement.
  func add(to candidates: inout [[SideCandidate]], of quotes: [Quote]) {
    for (index, quote) in quotes.enumerated() {
      for place in candidates[index].indices { describe(&candidates[index][place], quote) }
    }
    addEvidence(to: &candidates)
  }

  private func describe(_ candidate: inout SideCandidate, _ quote: Quote) {
    guard let span = candidate.stance.target.span else { return }
    candidate[.content] = quote.spans.contains { $0.span.overlaps(span) } ? 1 : 0
    candidate[.cue] = quote.cue.contains { $0.span.overlaps(span) } ? 1 : 0
    candidate[.certainty] = quote.confidence
    candidate[.feeling] = candidate.direction * (feelings[quote.id] ?? 0)
    let last = tokens.partitioningIndex { $0.span.end >= span.end }
    guard last < tokens.count else { return }
    candidate[.possessor] = tokens[last].relation == .possessor ? 1 : 0
    guard tokens[last].part == .pronoun || tokens[last].part == .determiner else { return }
    let word = document.text[span].lowercased()
    candidate[.ownSide] = Self.ownSide.contains(word) ? 1 : 0
    candidate[.pointing] = Self.pointing.contains(word) ? 1 : 0
  }

  /// Whom all statements speak of, and on which side they are, each as sure as its model.
  private func addEvidence(to candidates: inout [[SideCandidate]]) {
    struct Evidence {
      var count = 0.0
      var sum = 0.0
    }
    var whole: [String: Evidence] = [:]
    let own = candidates.map { row in
      var found: [String: Evidence] = [:]
      for candidate in row {
        found[candidate.topic, default: Evidence()].count += 1
        found[candidate.topic, default: Evidence()].sum += candidate.direction * SideOdds.logistic(candidate[.odds])
      }
      for (topic, evidence) in found {
        whole[topic, default: Evidence()].count += evidence.count
        whole[topic, default: Evidence()].sum += evidence.sum
      }
      return found
    }
    for index in candidates.indices {
      for place in candidates[index].indices {
        let topic = candidates[index][place].topic
        guard let all = whole[topic], let here = own[index][topic] else { continue }
        let mean = (all.sum - here.sum) / (all.count - here.count + 1)
        candidates[index][place][.elsewhere] = candidates[index][place].direction * mean
      }
    }
  }
}

extension SideCandidate {
  /// What two candidates share that are about one thing: the entity, or the last word.
  fileprivate var topic: String {
    stance.target.entity ?? String(stance.target.text.lowercased().split(separator: " ").last ?? "")
  }
}
