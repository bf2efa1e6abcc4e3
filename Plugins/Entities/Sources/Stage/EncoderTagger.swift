import DictumKit
import DictumLinear
import DictumModelFile
import DictumNeural

/// The tagger over the shared encoder's vectors, with the linear tagger's opinion beside the head's.
///
/// The two see different things, context here, spelling and the rest of the document there; their log-probabilities are
/// added (a product of experts, Hinton 2002) and decoded once.
struct EncoderTagger: MentionTagger {
  /// The linear tagger's share. Tuned on Worldwide dev.
  private static let linearWeight: Float = 0.35
  /// No label is ever ruled out by one of the two alone.
  private static let floor: Float = 1e-4

  static let head = (name: "entities", kind: HeadKind.tagger)

  private let linear: LinearTagger
  private let chain = LinearChain(labels: EntityLabels.count, allows: EntityLabels.allows)

  init(linear: LinearTagger) { self.linear = linear }

  func mentions(in document: Document) throws -> [Mention] {
    guard let encoding = document[.encoding] else { return [] }
    let head = try Tagger(Self.head.name, of: encoding.model)
    let columns = try columns(of: head)
    let logits = try encoding.encoders.withEncoder { encoder throws(DictumError) in
      try head.logits(encoding.document, with: encoder)
    }
    let tokens = document[.tokens]
    let labels = EntityLabels.count
    let words = firstWords(of: tokens, in: encoding.document)
    var mentions: [Mention] = []
    linear.eachSentence(of: document) { sentence, potentials in
      let marginals = ForwardBackward(linear.model.chain, potentials).marginals
      var scores = [Float](repeating: 0, count: sentence.count * labels)
      for (place, token) in sentence.enumerated() {
        guard let word = words[token] else { continue }
        let here = logits[word * labels..<(word + 1) * labels]
        let probabilities = softmax(columns.map { here[here.startIndex + $0] })
        for label in 0..<labels {
          scores[place * labels + label] =
            logarithm(probabilities[label] + Self.floor)
            + Self.linearWeight * logarithm(marginals[place * labels + label] + Self.floor)
        }
      }
      scores.withUnsafeBufferPointer { scores in
        mentions += EntityLabels.mentions(in: tokens[sentence], chain.decode(scores)) {
          ForwardBackward(chain, scores).marginals
        }
      }
    }
    return mentions
  }

  /// The head's column of each label.
  private func columns(of head: Tagger) throws(DictumError) -> [Int] {
    try EntityLabels.names.map { label throws(DictumError) in
      guard let column = head.description.labels.firstIndex(of: label) else {
        throw DictumError(.modelMismatch, "head \(Self.head.name) has no label \(label)")
      }
      return column
    }
  }

  /// For each token the first of the encoder's words that it touches.
  private func firstWords(of tokens: [Token], in encoding: EncodedDocument) -> [Int?] {
    var word = 0
    return tokens.map { token in
      while word < encoding.words.count, encoding.words[word].span.end <= token.span.start { word += 1 }
      guard word < encoding.words.count, encoding.words[word].span.start < token.span.end else { return nil }
      return word
    }
  }

  private func softmax(_ logits: [Float]) -> [Float] {
    let top = logits.max() ?? 0
    let powers = logits.map { exponential($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
