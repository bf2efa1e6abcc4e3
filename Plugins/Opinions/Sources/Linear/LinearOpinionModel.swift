import DictumKit
import DictumLinear
import DictumModelFile
import DictumNeural

/// Three linear models and no encoder: `span_…`, `text_…` and `polarity_…` of one file, with word clusters
/// `cluster_words` and `cluster_ids`.
struct LinearOpinionModel: OpinionModel {
  /// So many words on either side of a target are read: sentences are shorter, and one that never ends must not be read
  /// again for each of its names.
  static let reach = 150

  private let towardSpan: OpinionClassifier
  private let towardText: OpinionClassifier
  private let polarity: OpinionClassifier
  private let clusters: WordTable

  /// - Throws: `modelMismatch`, `modelNotFinite`.
  init(_ file: ModelTables) throws(DictumError) {
    towardSpan = try OpinionClassifier(file, prefix: "span_")
    towardText = try OpinionClassifier(file, prefix: "text_")
    polarity = try OpinionClassifier(file, prefix: "polarity_")
    clusters = try WordTable(file, words: "cluster_words", numbers: "cluster_ids")
  }

  func sentiments(of passages: [Passage], in document: Document) throws -> [Sentiment] {
    let words = OpinionWords(document, clusters: clusters)
    return passages.map { passage in
      var rows = FeatureRows()
      let ranges = passage.spans.map { words.words(in: $0) }.filter { !$0.isEmpty }
      for range in ranges { OpinionFeatures.polarity(of: range, in: words, to: &rows) }
      let found = polarity.probabilities(rows)
      let labels = OpinionClassifier.labelCount
      return Sentiment(
        of: passage.id,
        ranges.enumerated().map { row, range in
          Feeling(words: range.count, negative: found[row * labels], positive: found[row * labels + 2])
        }
      )
    }
  }

  func answers(to questions: [StanceQuestion], in document: Document) throws -> [StanceAnswer?] {
    let words = OpinionWords(document, clusters: clusters)
    let sentences = document[.sentences]
    return questions.map { question in
      var rows = FeatureRows()
      switch question.target {
      case .span(let span, _):
        let target = words.words(in: span)
        let place = sentences.partitioningIndex { $0.span.end > span.start }
        guard !target.isEmpty, place < sentences.count else { return nil }
        let whole = words.words(in: sentences[place].span)
        let sentence = Self.window(around: target, in: whole)
        OpinionFeatures.stance(toward: target, of: sentence, in: words, to: &rows)
        return answer(towardSpan.probabilities(rows))
      case .text(let text):
        let ranges = question.passage.spans.map { words.words(in: $0) }
        guard ranges.contains(where: { !$0.isEmpty }) else { return nil }
        let topic = OpinionWords(text, clusters: clusters)
        OpinionFeatures.stance(of: ranges, in: words, towardText: topic, to: &rows)
        return answer(towardText.probabilities(rows))
      }
    }
  }

  /// The part of a sentence that is read toward some of its words.
  static func window(around target: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    sentence.clamped(to: max(0, target.lowerBound - reach)..<target.upperBound + reach)
  }

  private func answer(_ probabilities: [Float]) -> StanceAnswer? {
    guard probabilities.count == 3 else { return nil }
    return StanceAnswer(against: probabilities[0], neutral: probabilities[1], favor: probabilities[2])
  }
}
