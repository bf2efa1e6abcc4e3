import DictumKit
import DictumNeural

/// The heads `stance-span`, `stance-text` and `sentiment` on the shared encoder. Their probabilities are calibrated by
/// the temperatures of the model file.
struct EncoderOpinionModel: OpinionModel {
  static let heads: [(name: String, kind: HeadKind)] = [
    ("stance-span", .span), ("stance-text", .pair), ("sentiment", .sentence),
  ]

  func sentiments(of passages: [Passage], in document: Document) throws -> [Sentiment] {
    guard let encoding = document[.encoding] else { return [] }
    // A passage over several windows is judged window by window.
    let runs = passages.map {
      $0.spans.compactMap { encoding.document.words(in: $0) }.flatMap { split($0, encoding.document) }
    }
    let polarity = try SentenceClassifier("sentiment", of: encoding.model)
    let scores = try encoding.encoders.withEncoder { encoder throws(DictumError) in
      try polarity.classify(words: runs.flatMap(\.self), in: encoding.document, with: encoder)
    }
    var next = scores.makeIterator()
    return zip(passages, runs).map { passage, runs in
      let feelings = runs.compactMap { run in
        (next.next() ?? nil).map {
          Feeling(words: run.count, negative: $0.probability(of: "negative"), positive: $0.probability(of: "positive"))
        }
      }
      return Sentiment(of: passage.id, feelings)
    }
  }

  /// A run of words cut where the encoder's windows end.
  private func split(_ words: Range<Int>, _ encoding: EncodedDocument) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = words.lowerBound
    while start < words.upperBound {
      let end = min(words.upperBound, encoding.windows[encoding.window(ofWord: start)].words.upperBound)
      parts.append(start..<max(end, start + 1))
      start = max(end, start + 1)
    }
    return parts
  }

  func answers(to questions: [StanceQuestion], in document: Document) throws -> [StanceAnswer?] {
    guard let encoding = document[.encoding] else { return questions.map { _ in nil } }
    var spans: [TextSpan] = []
    var pairs: [PairClassifier.Pair] = []
    for question in questions {
      switch question.target {
      case .span(let span, _): spans.append(span)
      case .text(let text):
        let statement = question.passage.spans.reduce(into: [UInt8]()) { bytes, span in
          if !bytes.isEmpty { bytes.append(0x20) }
          bytes += document.text.bytes[span.range]
        }
        pairs.append(PairClassifier.Pair(statement: statement, text: Array(text.utf8)))
      }
    }
    let towardSpan = try SpanClassifier("stance-span", of: encoding.model)
    let towardText = try PairClassifier("stance-text", of: encoding.model)
    let (bySpan, byText) = try encoding.encoders.withEncoder { encoder throws(DictumError) in
      (
        try towardSpan.classify(spans, in: encoding.document, with: encoder),
        try towardText.classify(pairs, with: encoder)
      )
    }
    var nextSpan = bySpan.makeIterator()
    var nextText = byText.makeIterator()
    return questions.map { question in
      let scores: LabelScores??
      switch question.target {
      case .span: scores = nextSpan.next()
      case .text: scores = nextText.next()
      }
      guard case .some(.some(let found)) = scores else { return nil }
      return StanceAnswer(
        against: found.probability(of: "against"),
        neutral: found.probability(of: "neutral"),
        favor: found.probability(of: "favor")
      )
    }
  }
}
