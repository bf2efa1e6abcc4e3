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

  /// The noun that a relative clause describes, given the clause's predicate: “minister” of “the minister who resigned”.
  package func antecedent(ofClause predicate: Int) -> Int? {
    var node = predicate
    // “who came and left”: the second verb belongs to the same clause.
    while self.is(node, [.conjunct]), let first = head(of: node), self.is(first, [.verb, .auxiliary]) { node = first }
    return self.is(node, [.relativeClause]) ? head(of: node) : nil
  }

  private func isRelative(_ token: Int) -> Bool { ["who", "which", "that", "whom"].contains(lemma(of: token)) }
}
