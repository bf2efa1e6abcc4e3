import DictumKit

// What a verb, or a noun or adjective with “be”, says of whom.
extension SyntaxTree {
  private static let subjects: Set<Relation> = [
    .subject, .passiveSubject, .outerSubject, .clausalSubject, .passiveClausalSubject, .outerClausalSubject,
  ]

  /// What does or is it, with all that “and” joins to it: “Ann” and “Bob” of “Ann and Bob said”.
  ///
  /// A predicate without a subject of its own takes that of the one it is joined to (“she came and said”), or of the one
  /// whose complement it is: the object where there is one (“told him to go”), else the subject (“wants to go”). The
  /// “who” of a relative clause is what the clause is about.
  package func subjects(of predicate: Int) -> [Int] {
    guard let subject = subject(of: predicate, steps: 8) else { return [] }
    return conjuncts(of: subject)
  }

  private func subject(of predicate: Int, steps: Int) -> Int? {
    if let own = dependents(of: predicate, as: Self.subjects).first {
      if self.is(own, [.pronoun]), let antecedent = antecedent(ofClause: predicate), isRelative(own) {
        return antecedent
      }
      return own
    }
    guard steps > 0, let governor = head(of: predicate) else { return nil }
    switch tokens[predicate].relation {
    case .conjunct: return subject(of: governor, steps: steps - 1)
    case .openComplement: return object(of: governor) ?? subject(of: governor, steps: steps - 1)
    case .clausalModifier where self.is(predicate, [.verb]): return governor
    default: return nil
    }
  }

  /// The direct object: “the plan” of “rejected the plan”; that of a passive is its subject (see `patient`).
  package func object(of predicate: Int) -> Int? { dependents(of: predicate, as: [.object]).first }

  /// The indirect object: “him” of “told him the truth”.
  package func indirectObject(of predicate: Int) -> Int? { dependents(of: predicate, as: [.indirectObject]).first }

  /// Whether the verb is in the passive: “was rejected by”.
  package func isPassive(_ predicate: Int) -> Bool {
    dependents(of: predicate).contains { self.is($0, [.passiveAuxiliary, .passiveSubject, .passiveClausalSubject]) }
  }

  /// Who does it: the subjects, and in the passive what “by” names.
  package func agents(of predicate: Int) -> [Int] {
    if let agent = dependents(of: predicate, as: [.agent]).first { return conjuncts(of: agent) }
    return isPassive(predicate) ? [] : subjects(of: predicate)
  }

  /// To whom or what it is done: the object, and in the passive the subject.
  package func patient(of predicate: Int) -> Int? {
    isPassive(predicate) ? dependents(of: predicate, as: [.passiveSubject]).first : object(of: predicate)
  }

  /// Whether a word is denied: “not”, “never” or “n’t” hangs on it, or “no” or “neither” on the noun.
  package func isNegated(_ token: Int) -> Bool {
    dependents(of: token).contains { dependent in
      switch lemma(of: dependent) {
      case "not", "n't", "n’t", "never": self.is(dependent, [.adverbialModifier, .preconjunct])
      case "no", "neither": self.is(dependent, [.determiner, .preconjunct])
      default: false
      }
    }
  }

  /// The clause that says what this one's verb speaks of: “it rains” of “she said it rains”.
  package func contentClause(of predicate: Int) -> Int? {
    dependents(of: predicate, as: [.clausalComplement]).first ?? dependents(of: predicate, as: [.openComplement]).first
  }
}

// Clauses.
extension SyntaxTree {
  private static let clauses: Set<Relation> = [
    .root, .clausalComplement, .adverbialClause, .adverbialRelativeClause, .clausalModifier, .relativeClause,
    .clausalSubject, .passiveClausalSubject, .outerClausalSubject, .parataxis,
  ]

  /// Whether a clause hangs on this token: it is a sentence's root, the predicate of a subordinate clause, or joined to
  /// one.
  package func headsClause(_ token: Int) -> Bool {
    guard let governor = head(of: token) else { return true }
    if self.is(token, Self.clauses) { return true }
    return self.is(token, [.conjunct]) && headsClause(governor) && self.is(token, [.verb, .auxiliary])
  }

  /// The predicate of the smallest clause that a token stands in.
  package func clause(of token: Int) -> Int {
    var node = token
    while !headsClause(node), let governor = head(of: node) { node = governor }
    return node
  }

  /// The predicates of all clauses that a token stands in, the smallest first.
  package func clauses(around token: Int) -> [Int] {
    var found: [Int] = []
    var node: Int? = token
    while let current = node {
      let predicate = clause(of: current)
      found.append(predicate)
      node = head(of: predicate)
    }
    return found
  }

  /// The clause of a predicate, without marks at its ends and what joins it to another: “it rains” of “because it rains,”.
  package func clauseTokens(of predicate: Int) -> Range<Int> {
    let whole = subtree(of: predicate)
    var first = whole.lowerBound
    let leads = dependents(of: predicate, as: [.marker, .coordinator, .punctuation])
    while first < predicate, leads.contains(first) { first += 1 }
    return trimmed(first..<whole.upperBound) ?? predicate..<predicate + 1
  }

  /// The noun that a relative clause describes, given the clause's predicate: “minister” of “the minister who resigned”.
  package func antecedent(ofClause predicate: Int) -> Int? {
    var node = predicate
    // “who came and left”: the second verb belongs to the same clause.
    while self.is(node, [.conjunct]), let first = head(of: node), self.is(first, [.verb, .auxiliary]) { node = first }
    return self.is(node, [.relativeClause]) ? head(of: node) : nil
  }

  private func isRelative(_ token: Int) -> Bool { ["who", "which", "that", "whom"].contains(lemma(of: token)) }
}
