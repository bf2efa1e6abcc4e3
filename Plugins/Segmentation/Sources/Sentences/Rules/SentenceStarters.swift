internal import DictumKit

/// Words that begin an English sentence far more often than they go on with a name.
struct SentenceStarters: Sendable {
  private let hashes = WordHash.all(.sentenceStarters)

  /// Whether the token is such a word.
  func contains(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    hashes.contains(WordHash.of(bytes, token.span.start, token.span.end))
  }
}
