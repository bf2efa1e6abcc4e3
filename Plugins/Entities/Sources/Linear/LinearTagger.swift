import DictumKit

/// The tagger without an encoder: a linear-chain CRF over hashed features.
struct LinearTagger: MentionTagger {
  let model: LinearModel
  let extractor: FeatureExtractor

  func mentions(in document: Document) -> [Mention] {
    let tokens = document[.tokens]
    let features = extractor.features(of: document)
    var mentions: [Mention] = []
    for sentence in features.sentences {
      let bounds = Array(features.starts[sentence.lowerBound...sentence.upperBound])
      let scores = model.scores(features.hashes, bounds)
      scores.withUnsafeBufferPointer { scores in
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
    }
    return mentions
  }
}
