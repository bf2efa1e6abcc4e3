import DictumKit

/// Which of “he” and “she” each person of a document is, as its pronouns and titles have it together.
///
/// Pronouns are ranked one by one; read together, one that disagrees with the others about a person gives way, as
/// attributes are shared over a cluster in the sieve of Raghunathan et al. 2010.
struct GenderAgreement {
  /// What a title like “Mrs.” weighs, in pronouns that are sure.
  private static let title: Float = 2
  /// What a given name like “Mary” weighs: more than one unsure pronoun, less than two sure ones.
  private static let givenName: Float = 0.8
  /// How much says otherwise before a pronoun is ruled out. Tuned on GAP dev.
  private static let margin: Float = 0.5

  /// For “she” above zero, for “he” below, by entity.
  private var balance: [String: Float] = [:]

  /// One pronoun's say: the probability that it stands for the entity.
  mutating func count(_ pronoun: Pronoun, for entity: String, _ probability: Float) {
    switch pronoun {
    case .he: balance[entity, default: 0] -= probability
    case .she: balance[entity, default: 0] += probability
    case .it, .they: break
    }
  }

  /// A title's say, which rules a pronoun out.
  mutating func countTitle(against pronoun: Pronoun, for entity: String) {
    count(pronoun, for: entity, -Self.title)
  }

  /// A given name's say: above zero for “she”, below for “he”.
  mutating func countGivenName(_ sex: Int, for entity: String) {
    balance[entity, default: 0] += Self.givenName * Float(sex)
  }

  /// Whether the document as a whole lets the pronoun stand for the entity.
  func allows(_ pronoun: Pronoun, for entity: String) -> Bool {
    let balance = balance[entity] ?? 0
    return switch pronoun {
    case .he: balance <= Self.margin
    case .she: balance >= -Self.margin
    case .it, .they: true
    }
  }
}
