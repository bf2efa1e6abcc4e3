import DictumKit

/// A noun with what belongs to it.
package struct NounPhrase: Sendable, Hashable {
  /// The noun, name or pronoun that the others hang on.
  package var head: Int
  package var tokens: Range<Int>
}

extension SyntaxTree {
  private static let nominals: Set<PartOfSpeech> = [.noun, .properNoun, .pronoun]

  /// What may stand inside a noun phrase without making it two: determiners, adjectives, numbers, other nouns.
  private static let inside: Set<Relation> = [
    .determiner, .predeterminer, .adjectivalModifier, .numericModifier, .compound, .possessor, .flat, .goesWith, .fixed,
    .unmarkedNominalModifier, .descriptiveModifier,
  ]

  /// What leads a phrase without being part of it.
  private static let lead: Set<Relation> = [.caseMarker, .marker, .coordinator, .preconjunct, .punctuation, .discourse]

  /// Whether the token is the head of a noun phrase: a noun, name or pronoun that is not part of another's name.
  package func headsPhrase(_ token: Int) -> Bool {
    self.is(token, Self.nominals)
      && !self.is(token, [.compound, .flat, .determiner, .fixed, .goesWith, .reparandum])
  }

  /// The noun phrase of a head without what comes behind it as a phrase or clause of its own: “the new minister” of “the
  /// new minister of trade, who resigned”. Another's name as the possessor is part of it: “Japan’s new minister”.
  package func nounPhrase(of head: Int) -> NounPhrase {
    var tokens = head..<head + 1
    for dependent in dependents(of: head) where self.is(dependent, Self.inside) {
      let part = dependent < head ? subtree(of: dependent) : dependent..<dependent + 1
      // What stands behind the head belongs to it only as a name does: “Secretary Blinken”, “the year 2020”.
      if dependent > head, !self.is(dependent, [.flat, .fixed, .goesWith, .numericModifier, .compound]) { continue }
      tokens = min(tokens.lowerBound, part.lowerBound)..<max(tokens.upperBound, part.upperBound)
    }
    return NounPhrase(head: head, tokens: trimmed(tokens) ?? head..<head + 1)
  }

  /// The noun phrases that lie in a run of tokens, in text order, without those that are part of another.
  package func nounPhrases(in range: Range<Int>) -> [NounPhrase] {
    var phrases: [NounPhrase] = []
    for token in range where headsPhrase(token) {
      let phrase = nounPhrase(of: token)
      guard phrase.tokens.lowerBound >= range.lowerBound, phrase.tokens.upperBound <= range.upperBound else { continue }
      // A possessor comes before the phrase that it is part of.
      while let last = phrases.last, last.tokens.lowerBound >= phrase.tokens.lowerBound { phrases.removeLast() }
      if let last = phrases.last, last.tokens.upperBound >= phrase.tokens.upperBound { continue }
      phrases.append(phrase)
    }
    return phrases
  }

  /// All that hangs on a noun, its own preposition and conjunction aside: “the new minister of trade, who resigned”.
  package func wholePhrase(of head: Int) -> NounPhrase {
    var tokens = head..<head + 1
    for dependent in dependents(of: head) {
      if dependent < head, self.is(dependent, Self.lead) { continue }
      if self.is(dependent, [.conjunct, .parataxis, .copula, .subject, .outerSubject]) { continue }
      let part = subtree(of: dependent)
      tokens = min(tokens.lowerBound, part.lowerBound)..<max(tokens.upperBound, part.upperBound)
    }
    return NounPhrase(head: head, tokens: trimmed(tokens) ?? head..<head + 1)
  }

  /// The head word of a run of tokens: the one whose own head lies outside; of several, the one that governs most.
  package func headWord(of range: Range<Int>) -> Int? {
    range.filter { token in head(of: token).map { !range.contains($0) } ?? true }
      .filter { tokens[$0].part != .punctuation }
      .max { left, right in
        let (a, b) = (subtree(of: left).clamped(to: range).count, subtree(of: right).clamped(to: range).count)
        // Of equals, the first.
        return a == b ? left > right : a < b
      }
  }

  /// The nouns that stand beside this one as another name of the same: “a doctor” of “Ann Lee, a doctor, …”.
  package func appositions(of noun: Int) -> [Int] { dependents(of: noun, as: [.apposition]) }

  /// The noun that this one stands beside as another name.
  package func apposed(to noun: Int) -> Int? { self.is(noun, [.apposition]) ? head(of: noun) : nil }

  /// The words that are joined to this one by “and” or commas, itself first: “Ann, Bob and Cy” from “Ann”.
  package func conjuncts(of token: Int) -> [Int] {
    var found = [token]
    var next = 0
    while next < found.count {
      found += dependents(of: found[next], as: [.conjunct])
      next += 1
    }
    return [token] + found.dropFirst().sorted()
  }

  /// The preposition before a noun: “of” of “the minister of trade”.
  package func preposition(of noun: Int) -> Int? { dependents(of: noun, as: [.caseMarker]).first { $0 < noun } }
}
