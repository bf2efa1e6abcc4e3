internal import DictumKit

/// Words that begin an English sentence far more often than they go on with a name.
struct SentenceStarters: Sendable {
  private let hashes = WordSet(.sentenceStarters)

  /// Whether the token is such a word.
  func contains(_ token: Piece, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    hashes.contains(WordHash.of(bytes, token.span.start, token.span.end))
  }
}
