public import DictumKit

/// A sentence's words and pieces within an encoded document.
public struct EncodedSentence: Sendable, Hashable {
  /// As it was given (UTF-8).
  public var span: TextSpan
  /// Indices into the document's words; empty for a sentence without words.
  public var words: Range<Int>
  /// Indices into the document's pieces.
  public var pieces: Range<Int>
}

/// A window of a document: a run of words that the encoder saw together.
public struct EncodedWindow: Sendable, Hashable {
  /// The words whose vectors come from this window, as indices into the document's words.
  public var words: Range<Int>
  /// The words that the encoder saw; more than `words` only where a long sentence was cut with overlap.
  public var context: Range<Int>
}

/// What one pass of the encoder makes of a document: vectors of its pieces, for all heads to read.
public struct EncodedDocument: Sendable {
  /// All words, in text order.
  public let words: [EncodedWord]
  /// Where each piece lies in the text (UTF-8).
  public let pieceSpans: [TextSpan]
  /// The sentences in the order in which they were given.
  public let sentences: [EncodedSentence]
  /// The windows, in text order; their `words` cover all words, each once.
  public let windows: [EncodedWindow]
  /// Numbers in a vector.
  public let width: Int
  /// The pieces' vectors, `[pieces, width]`, row-major.
  public let vectors: [Float]
  /// The windows' `[CLS]` vectors, `[windows, width]`, row-major.
  public let windowVectors: [Float]

  /// The vector of a piece.
  public func vector(ofPiece piece: Int) -> ArraySlice<Float> {
    vectors[piece * width..<(piece + 1) * width]
  }

  /// The window from which a word's vectors come.
  public func window(ofWord word: Int) -> Int {
    var low = 0
    var high = windows.count - 1
    while low < high {
      let middle = (low + high) / 2
      if windows[middle].words.upperBound <= word { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The words that share a byte with the span, as indices; nil when there is none.
  public func words(in span: TextSpan) -> Range<Int>? {
    // Words are in text order and do not overlap.
    let low = words.partitioningIndex { $0.span.end > span.start }
    var end = low
    while end < words.count, words[end].span.start < span.end { end += 1 }
    return end > low ? low..<end : nil
  }

  /// The pieces of a run of words.
  public func pieces(of words: Range<Int>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return self.words[first].pieces.lowerBound..<self.words[last].pieces.upperBound
  }

  /// The pieces of the sentences that a run of words touches; the run's own where it lies in none.
  func sentencePieces(around words: Range<Int>) -> Range<Int> {
    let own = pieces(of: words)
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].words.upperBound <= words.lowerBound { low = middle + 1 } else { high = middle }
    }
    var found: Range<Int>?
    while low < sentences.count, sentences[low].words.lowerBound < words.upperBound {
      if !sentences[low].words.isEmpty {
        let pieces = sentences[low].pieces
        found = (found?.lowerBound ?? pieces.lowerBound)..<pieces.upperBound
      }
      low += 1
    }
    return found ?? own
  }

  /// Writes the mean of some pieces' vectors.
  func writeMean(of pieces: Range<Int>, to target: UnsafeMutablePointer<Float>) {
    precondition(pieces.lowerBound >= 0 && pieces.upperBound * width <= vectors.count, "pieces of the document")
    vectors.withUnsafeBufferPointer { vectors in
      guard let base = vectors.baseAddress else { return }
      target.update(repeating: 0, count: width)
      guard !pieces.isEmpty else { return }
      for piece in pieces { add(base + piece * width, to: target, count: width) }
      let factor = 1 / Float(pieces.count)
      for index in 0..<width { target[index] *= factor }
    }
  }

  /// Writes the `[CLS]` vector of a window.
  func writeWindowVector(_ window: Int, to target: UnsafeMutablePointer<Float>) {
    precondition(window >= 0 && (window + 1) * width <= windowVectors.count, "a window of the document")
    windowVectors.withUnsafeBufferPointer { vectors in
      guard let base = vectors.baseAddress else { return }
      target.update(from: base + window * width, count: width)
    }
  }
}
