import DictumKit
import DictumLinear

/// The tagger without an encoder: a linear-chain CRF over hashed features.
struct LinearTagger: MentionTagger {
  let model: LinearModel
  let extractor: FeatureExtractor

  func mentions(in document: Document) -> [Mention] {
    let tokens = document[.tokens]
    var mentions: [Mention] = []
    eachSentence(of: document) { sentence, scores in
      let labels = model.chain.decode(scores)
      let spans = EntityLabels.spans(labels)
      guard !spans.isEmpty else { return }
      let marginals = ForwardBackward(model.chain, scores).marginals
      for (range, type) in spans {
        let first = tokens[sentence.lowerBound + range.lowerBound].span
        let last = tokens[sentence.lowerBound + range.upperBound - 1].span
        let least = range.map { marginals[$0 * EntityLabels.count + labels[$0]] }.min() ?? 0
        mentions.append(
          Mention(id: "m\(mentions.count)", span: first.union(last), type: type, confidence: Double(min(1, least)))
        )
      }
    }
    return mentions
  }

  /// Hands over the log potentials of each sentence's tokens, `[token * labels + label]`.
  func eachSentence(of document: Document, _ body: (Range<Int>, UnsafeBufferPointer<Float>) -> Void) {
    let features = extractor.features(of: document)
    for sentence in features.sentences {
      model.scores(features.rows, sentence).withUnsafeBufferPointer { body(sentence, $0) }
    }
  }
}
