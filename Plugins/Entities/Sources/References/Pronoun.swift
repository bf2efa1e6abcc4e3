import DictumEnglish
import DictumKit

/// A third-person pronoun, by what it may stand for.
enum Pronoun: Sendable {
  case he, she, it, they

  /// The pronoun that a word is; nil for any other word.
  init?(_ word: some StringProtocol) {
    switch word.lowercased() {
    case "he", "him", "his", "himself": self = .he
    case "she", "her", "hers", "herself": self = .she
    case "it", "its", "itself": self = .it
    case "they", "them", "their", "theirs", "themselves": self = .they
    default: return nil
    }
  }

  /// What the names that it may stand for are.
  var types: Set<EntityType> {
    switch self {
    case .he, .she: [.person]
    case .it: [.organization, .location, .facility, .product, .misc]
    case .they: [.person, .organization, .location, .norp]
    }
  }

  /// How probable a link must be. “It” and “they” stand for things without a name more often than not.
  ///
  /// Chosen on the train split of GAP (he, she) and GUM (it, they).
  var threshold: Float {
    switch self {
    case .he, .she: 0.3
    case .it, .they: 0.5
    }
  }

  /// Titles that name the other sex.
  var excludedTitles: WordList? {
    switch self {
    case .he: .titlesOfWomen
    case .she: .titlesOfMen
    case .it, .they: nil
    }
  }
}
