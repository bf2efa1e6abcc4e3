import DictumKit

/// What a parser reads: tokens with their pieces, in runs that get a tree each.
struct ParserUnits {
  /// The pieces of each token: those that start in it or, where none does, the one that overlaps its start. Empty where
  /// the encoder has seen nothing of the token.
  private(set) var pieces: [Range<Int>] = []
  private(set) var shapes: [WordShape] = []
  /// Runs of tokens that get a tree of their own: sentences, or parts of one that is longer than a window.
  private(set) var units: [Range<Int>] = []

  /// Tokens of a run at most; scoring arcs takes the square of it.
  static let longest = 256

  /// - Parameters:
  ///   - text: UTF-8.
  ///   - tokens: in text order.
  ///   - sentences: ranges of tokens, in order.
  init(_ text: [UInt8], tokens: [TextSpan], sentences: [Range<Int>], in document: EncodedDocument) {
    pieces.reserveCapacity(tokens.count)
    shapes.reserveCapacity(tokens.count)
    var next = 0
    for token in tokens {
      while next < document.pieceSpans.count, document.pieceSpans[next].start < token.start { next += 1 }
      let first = next
      while next < document.pieceSpans.count, document.pieceSpans[next].start < token.end { next += 1 }
      if first == next, first > 0, document.pieceSpans[first - 1].end > token.start {
        pieces.append(first - 1..<first)
      } else {
        pieces.append(first..<next)
      }
      shapes.append(.of(text, token))
    }
    for sentence in sentences { append(sentence, document) }
  }

  private mutating func append(_ sentence: Range<Int>, _ document: EncodedDocument) {
    guard !sentence.isEmpty else { return }
    var start = sentence.lowerBound
    var window: Int?
    for token in sentence {
      var isNew = token - start == Self.longest
      if let piece = pieces[token].first {
        // Pieces of one window follow each other, so that comparing with the last one's window will do.
        let own = document.window(ofPiece: piece)
        isNew = isNew || window.map { $0 != own } ?? false
        window = own
      }
      if isNew {
        units.append(start..<token)
        start = token
      }
    }
    units.append(start..<sentence.upperBound)
  }
}

extension EncodedDocument {
  /// The window from which a piece's vector comes.
  fileprivate func window(ofPiece piece: Int) -> Int {
    window(ofWord: words.partitioningIndex { $0.pieces.upperBound > piece })
  }
}

extension WordShape {
  /// The shape of a stretch of text (UTF-8).
  static func of(_ text: [UInt8], _ span: TextSpan) -> WordShape {
    var counts = ShapeCounts()
    let bytes = text[span.range.clamped(to: 0..<text.count)]
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes { counts.count(ascii: byte) }
    } else {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        counts.count(Int32(bitPattern: scalar.value))
      }
    }
    return counts.shape
  }
}
