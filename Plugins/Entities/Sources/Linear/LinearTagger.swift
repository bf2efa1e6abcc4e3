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
      mentions += EntityLabels.mentions(in: tokens[sentence], model.decoder.decode(scores)) {
        ForwardBackward(model.potentials, scores).marginals
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
