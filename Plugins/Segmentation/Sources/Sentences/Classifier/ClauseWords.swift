internal import DictumKit

/// Words that only a clause has: auxiliaries and verbs of saying, pronouns.
enum ClauseWords {
  enum Kind { case none, verb, pronoun }

  /// What kind of word the token is.
  static func kind(_ token: Piece, _ bytes: UnsafeBufferPointer<UInt8>) -> Kind {
    guard token.kind == .word, token.span.count <= longest else { return .none }
    let hash = WordHash.of(bytes, token.span.start, token.span.end)
    if verbs.contains(hash) { return .verb }
    return pronouns.contains(hash) ? .pronoun : .none
  }

  private static let longest = 6
  private static let verbs = WordSet([
    "is", "are", "was", "were", "am", "be", "been", "'s", "'re", "'m", "'ve", "'ll", "'d", "’s", "’re", "’m", "’ve",
    "’ll", "’d", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "should", "may", "might",
    "must", "n't", "n’t", "ca", "wo", "shall", "said", "says",
  ])
  private static let pronouns = WordSet([
    "i", "you", "he", "she", "it", "we", "they", "who", "this", "that", "there", "these", "those",
  ])
}
