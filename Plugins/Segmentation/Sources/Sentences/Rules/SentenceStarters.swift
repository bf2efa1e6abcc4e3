internal import DictumKit

/// Words that begin an English sentence far more often than they go on with a name.
struct SentenceStarters: Sendable {
  private let hashes: Set<UInt32>

  init() { hashes = Set(Self.words.map { WordHash.of($0) }) }

  /// Whether the token is such a word.
  func contains(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    hashes.contains(WordHash.of(bytes, token.span.start, token.span.end))
  }

  private static let words: [StaticString] = [
    "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "you", "i", "his", "her",
    "its",
    "their", "our", "my", "your", "and", "but", "or", "so", "if", "when", "while", "after", "before", "since",
    "because",
    "although", "however", "in", "on", "at", "as", "for", "from", "with", "by", "to", "there", "here", "what", "who",
    "where", "why", "how", "which", "not", "no", "yes", "then", "now", "also", "some", "many", "most", "all", "both",
    "each", "one", "is", "are", "was", "were", "do", "does", "did", "can", "will", "would", "please",
    "nobody", "everybody", "everyone", "somebody", "someone", "nothing", "everything", "none",
  ]
}
