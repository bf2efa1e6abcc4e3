import DictumKit

/// A quotation with the text around it in which its cue and source may stand.
struct Statement {
  let quotation: Quotation
  /// The tokens between what is quoted before and the opening mark, within the paragraph, back to the sentence's start.
  let before: Range<Int>
  /// The tokens between the closing mark and what is quoted next, up to the end of the sentence.
  let after: Range<Int>
  /// The last byte of the content, marks and brackets aside: a comma, a full stop, …; where the quotation is a sentence of
  /// its own that ends behind its closing mark, what stands there.
  let ending: UInt8
  /// The number of words inside the marks.
  let wordCount: Int
  /// Whether the content begins like a sentence.
  let startsCapitalised: Bool
  /// Whether every long word is capitalised, as in a title.
  let isCapitalisedThroughout: Bool
  /// Whether the quotation is the first thing in its paragraph.
  let startsParagraph: Bool
  /// The paragraph in which it begins, as an index.
  let firstParagraph: Int
  /// The paragraph in which it ends.
  let paragraph: Int
  /// The sentences that it touches, with the one that follows its closing mark, as indices.
  let sentences: Range<Int>

  /// Whether the content ends as a sentence or a clause that is attributed afterwards does.
  var endsComplete: Bool { [0x2C, 0x2E, 0x21, 0x3F].contains(ending) || endsWithEllipsis }
  private var endsWithEllipsis: Bool { ending == 0xA6 }

  /// Fewer quoted words are a phrase; to read like speech they must be one more.
  private static let fewestWords = 3

  /// A quoted word or two is a phrase that the author keeps at a distance; “The Old Man and the Sea” is a title.
  var isPhraseOrTitle: Bool {
    if endsComplete && startsCapitalised { return false }
    return wordCount < Self.fewestWords || (isCapitalisedThroughout && !endsComplete)
  }

  /// Whether it reads like something said, rather than a word held at arm's length.
  var readsLikeSpeech: Bool { wordCount > Self.fewestWords && startsCapitalised && endsComplete }
}

/// A statement's cue and source, and the resolver that found them.
struct Attribution {
  var cue: [TextSpan]
  var source: [TextSpan]
  /// From 0 to 1.
  var confidence: Double
  /// The resolver's name.
  var by: String
}
