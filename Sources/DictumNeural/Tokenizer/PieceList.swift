public import DictumKit

/// A word of the basic tokenizer: what a tagger labels.
public struct EncodedWord: Sendable, Hashable {
  /// The word's bytes in the original text (UTF-8).
  public var span: TextSpan
  public var shape: WordShape
  /// The word's pieces, as indices into the document's pieces; never empty.
  public var pieces: Range<Int>
}

/// Words and pieces of a text, in order.
struct PieceList: Sendable {
  var words: [EncodedWord] = []
  /// Vocabulary ids.
  var ids: [Int32] = []
  /// Where each piece lies in the original text (UTF-8).
  var spans: [TextSpan] = []
}
