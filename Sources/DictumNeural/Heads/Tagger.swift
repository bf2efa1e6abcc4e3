public import DictumKit

/// A run of words that a tagger marked.
public struct TaggedSpan: Sendable, Hashable {
  /// Without `B-` or `I-`.
  public var type: String
  /// Indices into the document's words.
  public var words: Range<Int>
  /// UTF-8.
  public var span: TextSpan
  /// The mean probability, over the words, of being part of this type; from 0 to 1.
  public var confidence: Float
}

/// A head that marks runs of words: entities, cues, sources, contents.
public struct Tagger: Sendable {
  public let description: HeadDescription
  private let layers: HeadLayers
  private let scheme: BIOScheme

  /// The tagger of that name.
  ///
  /// - Throws: `modelLacksHead`.
  public init(_ name: String, of model: Model) throws(DictumError) {
    (description, layers) = try model.head(name, .tagger)
    scheme = BIOScheme(labels: description.labels, transitions: layers.transitions)
  }

  /// The scores of all labels for all words.
  ///
  /// A word's features are the vector of its first piece and the shapes of the previous, this and the next word of its
  /// window.
  /// - Returns: `[words, labels]`, row-major, before any softmax.
  /// - Throws: `engineFailed`.
  public func logits(_ document: EncodedDocument, with encoder: Encoder) throws(DictumError) -> [Float] {
    var window = 0
    return try encoder.logits(layers, count: document.words.count) { index, features in
      while document.windows[window].words.upperBound <= index { window += 1 }
      let word = document.words[index]
      let vector = document.vector(ofPiece: word.pieces.lowerBound)
      for (offset, value) in vector.enumerated() { features[offset] = value }
      let context = document.windows[window].context
      let neighbours = [index - 1, index, index + 1]
      for (place, neighbour) in neighbours.enumerated() {
        let shape = context.contains(neighbour) ? document.words[neighbour].shape : .special
        for offset in 0..<layers.tableWidth {
          features[vector.count + place * layers.tableWidth + offset] =
            layers.table[Int(shape.rawValue) * layers.tableWidth + offset]
        }
      }
    }
  }

  /// The marked runs of words, in text order; they do not overlap.
  ///
  /// Labels are decoded over the whole document, so that a run may go on from one window into the next.
  /// - Parameter lift: what every label but `O` gains before decoding; above 0 more is found, with more mistakes.
  /// - Throws: `engineFailed`.
  public func tag(
    _ document: EncodedDocument,
    with encoder: Encoder,
    lift: Float = 0
  ) throws(DictumError) -> [TaggedSpan] {
    var logits = try logits(document, with: encoder)
    let labels = description.labels.count
    if lift != 0, let outside = description.labels.firstIndex(of: "O") {
      for word in document.words.indices { logits[word * labels + outside] -= lift }
    }
    return scheme.runs(scheme.decode(logits)).map { type, words in
      let mass = words.reduce(into: Float(0)) { sum, word in
        let scores = softmax(logits[word * labels..<(word + 1) * labels], temperature: description.temperature)
        for (label, role) in scheme.roles.enumerated() where role == .begin(type) || role == .inside(type) {
          sum += scores[label]
        }
      }
      return TaggedSpan(
        type: type,
        words: words,
        span: TextSpan(
          start: document.words[words.lowerBound].span.start,
          end: document.words[words.upperBound - 1].span.end
        ),
        confidence: min(1, mass / Float(words.count))
      )
    }
  }
}
