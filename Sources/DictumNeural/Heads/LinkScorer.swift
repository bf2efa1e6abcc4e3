public import DictumKit

/// A head that says which of some names a pronoun or a definite phrase stands for.
///
/// It ranks candidates and “none of them”, whose score is 0 (Lee, He, Lewis and Zettlemoyer, “End-to-end Neural
/// Coreference Resolution”, EMNLP 2017).
public struct LinkScorer: Sendable {
  /// An anaphor with the names that it may stand for.
  public struct Question: Sendable, Hashable {
    /// UTF-8.
    public var anaphor: TextSpan
    /// UTF-8; before or after the anaphor.
    public var candidates: [TextSpan]

    /// An anaphor and its candidates (UTF-8).
    public init(anaphor: TextSpan, candidates: [TextSpan]) {
      self.anaphor = anaphor
      self.candidates = candidates
    }
  }

  public let description: HeadDescription
  private let layers: HeadLayers

  /// The link head of that name.
  ///
  /// - Throws: `modelLacksHead`.
  public init(_ name: String, of model: Model) throws(DictumError) {
    (description, layers) = try model.head(name, .link)
  }

  /// The probability of each candidate of each question; what is missing to 1 is that of none.
  ///
  /// Features of a pair: the mean over the anaphor's pieces, the mean over the candidate's, their product, and how many
  /// words lie between. A span that touches no word gets 0.
  /// - Throws: `engineFailed`.
  public func probabilities(
    _ questions: [Question],
    in document: EncodedDocument,
    with encoder: Encoder
  ) throws(DictumError) -> [[Float]] {
    var pairs: [(anaphor: Range<Int>, candidate: Range<Int>)] = []
    var places: [[Int?]] = []
    for question in questions {
      guard let anaphor = document.words(in: question.anaphor) else {
        places.append(question.candidates.map { _ in nil })
        continue
      }
      places.append(
        question.candidates.map { candidate in
          guard let words = document.words(in: candidate) else { return nil }
          pairs.append((anaphor, words))
          return pairs.count - 1
        }
      )
    }
    let width = document.width
    let logits = try encoder.logits(layers, count: pairs.count) { index, features in
      let pair = pairs[index]
      document.writeMean(of: document.pieces(of: pair.anaphor), to: features)
      document.writeMean(of: document.pieces(of: pair.candidate), to: features + width)
      for column in 0..<width { features[2 * width + column] = features[column] * features[width + column] }
      let bucket = Self.bucket(pair.anaphor.lowerBound - pair.candidate.lowerBound)
      for column in 0..<layers.tableWidth {
        features[3 * width + column] = layers.table[bucket * layers.tableWidth + column]
      }
    }
    return places.map { probabilities(of: $0.map { $0.map { logits[$0] / description.temperature } }) }
  }

  private func probabilities(of scores: [Float?]) -> [Float] {
    let all = softmax([0] + scores.map { $0 ?? -.infinity }, temperature: 1)
    return Array(all.dropFirst())
  }

  /// The upper ends, in words that the anaphor starts after the candidate, of the buckets 0 to 12; the rest is 13.
  private static let bucketEnds = [-10, -4, 0, 3, 6, 10, 15, 25, 40, 60, 90, 130, 200]

  static func bucket(_ distance: Int) -> Int { bucketEnds.firstIndex { distance <= $0 } ?? bucketEnds.count }
}
