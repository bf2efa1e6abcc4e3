package import DictumKit

/// A document as every stage that reads English sees it: its words, sentences and paragraphs, and what is asked of them.
///
/// Words are the document's tokens, punctuation among them, and are named by their index; so are sentences and
/// paragraphs. Spans are in UTF-8 bytes, as everywhere.
package struct Reading: Sendable {
  package let text: SourceText
  package let tokens: [Token]
  package let sentences: [Sentence]
  /// The paragraphs' spans, in order.
  package let paragraphs: [TextSpan]
  /// Each token's word, for look-ups.
  private let keys: [WordKey]
  private let sentenceTokens: [Range<Int>]

  /// The reading of a segmented document. A stage asks for `document.derived(.reading)`, which works it out only once.
  package init(_ document: Document) {
    let tokens = document[.tokens]
    let sentences = document[.sentences]
    text = document.text
    self.tokens = tokens
    self.sentences = sentences
    keys = document.text.bytes.withUnsafeBufferPointer { bytes in
      tokens.map { WordKey(UnsafeBufferPointer(rebasing: bytes[$0.span.range])) }
    }
    sentenceTokens = document.sentenceTokens
    var paragraphs: [TextSpan] = []
    var number: Int?
    for sentence in sentences {
      if sentence.paragraph == number {
        paragraphs[paragraphs.count - 1] = paragraphs[paragraphs.count - 1].union(sentence.span)
      } else {
        paragraphs.append(sentence.span)
        number = sentence.paragraph
      }
    }
    self.paragraphs = paragraphs
  }
}

extension DerivedKey<Reading> {
  /// The one reading of a document.
  package static var reading: Self {
    Self("reading", from: [LayerName(LayerKey<Token>.tokens), LayerName(LayerKey<Sentence>.sentences)]) { Reading($0) }
  }
}

// Words.
extension Reading {
  /// The number of tokens.
  package var count: Int { tokens.count }

  /// The token as written.
  package func word(_ index: Int) -> String { text[tokens[index].span] }

  /// The token in lower case.
  package func lowercased(_ index: Int) -> String { word(index).lowercased() }

  /// Whether the token is a word of a list; none is behind the last token or before the first.
  package func `is`(_ index: Int, in list: WordList) -> Bool {
    keys.indices.contains(index) && list.contains(keys[index])
  }

  /// Whether the token is this word, given in lower case and with a straight apostrophe.
  package func `is`(_ index: Int, _ word: StaticString) -> Bool {
    guard keys.indices.contains(index) else { return false }
    return word.withUTF8Buffer { keys[index] == WordKey($0) }
  }

  /// Whether the token is a word or a number, not punctuation.
  package func isWord(_ index: Int) -> Bool { tokens[index].kind == .word || tokens[index].kind == .number }

  /// Whether the token's first letter is a capital.
  package func isCapitalised(_ index: Int) -> Bool {
    let first = text.bytes[tokens[index].span.start]
    if first < 0x80 { return first.isASCIICapital }
    return Unicode.Scalar(text.bytes.scalar(at: tokens[index].span.start).scalar)?.properties.isUppercase ?? false
  }

  /// Whether the token is a word of two or more capitals, such as “US”.
  package func isShouted(_ index: Int) -> Bool {
    tokens[index].span.count > 1 && text.bytes[tokens[index].span.range].allSatisfy(\.isASCIICapital)
  }

  /// The number of words and numbers among some tokens.
  package func wordCount(_ range: Range<Int>) -> Int { range.count { isWord($0) } }
}

// Places.
extension Reading {
  /// Where the token stands.
  package func span(_ index: Int) -> TextSpan { tokens[index].span }

  /// From the first to the last token of a range; nil for none.
  package func span(_ range: Range<Int>) -> TextSpan? {
    guard let first = range.first, let last = range.last else { return nil }
    return tokens[first].span.union(tokens[last].span)
  }

  /// The first token that begins at an offset or later.
  package func token(from offset: Int) -> Int { tokens.partitioningIndex { $0.span.start >= offset } }

  /// The tokens that begin in a span.
  package func tokens(in span: TextSpan) -> Range<Int> {
    let lower = token(from: span.start)
    return lower..<max(lower, token(from: span.end))
  }

  /// The tokens of a sentence.
  package func tokens(ofSentence index: Int) -> Range<Int> { sentenceTokens[index] }

  /// What stands between a token and the next: mostly a blank or nothing.
  package func gap(after index: Int) -> TextSpan {
    let start = tokens[index].span.end
    return TextSpan(start: start, end: index + 1 < tokens.count ? max(start, tokens[index + 1].span.start) : text.count)
  }

  /// The sentences that a span touches.
  package func sentences(touching span: TextSpan) -> Range<Int> {
    let lower = sentences.partitioningIndex { $0.span.end > span.start }
    let upper = sentences.partitioningIndex { $0.span.start >= span.end }
    return lower..<max(lower, upper)
  }

  /// The ids of the sentences that some spans touch, in text order.
  package func sentenceIDs(touching spans: [TextSpan]) -> [String] {
    var ids: [String] = []
    for span in spans {
      for index in sentences(touching: span) where ids.last != sentences[index].id { ids.append(sentences[index].id) }
    }
    return ids
  }

  /// The sentence that holds an offset, or the first behind it; nil behind the last.
  package func sentence(at offset: Int) -> Int? {
    let place = sentences.partitioningIndex { $0.span.end > offset }
    return place < sentences.count ? place : nil
  }

  /// The paragraph that holds an offset; the last one before it when it lies between two.
  package func paragraph(at offset: Int) -> Int {
    max(0, paragraphs.partitioningIndex { $0.start > offset } - 1)
  }

  /// The whole tokens of a span without punctuation at its ends; nil when nothing is left.
  package func trimmedToWords(_ span: TextSpan) -> TextSpan? {
    var low = token(from: span.start)
    var high = tokens.partitioningIndex { $0.span.end > span.end }
    while low < high, tokens[low].kind == .punctuation { low += 1 }
    while low < high, tokens[high - 1].kind == .punctuation { high -= 1 }
    return low < high ? tokens[low].span.union(tokens[high - 1].span) : nil
  }
}
