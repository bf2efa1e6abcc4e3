public import DictumKit

/// A head that reads a statement beside another text: the stance toward a topic.
public struct PairClassifier: Sendable {
  /// A statement and the text that it is judged by.
  public struct Pair: Sendable, Hashable {
    /// UTF-8.
    public var statement: [UInt8]
    /// UTF-8.
    public var text: [UInt8]

    /// A pair of UTF-8 texts.
    public init(statement: [UInt8], text: [UInt8]) {
      self.statement = statement
      self.text = text
    }
  }

  public let description: HeadDescription
  private let layers: HeadLayers

  /// Pieces of the text that are read; the statement gets what is left of the window.
  public static let maximumTextPieces = 60

  /// The pair head of that name.
  ///
  /// - Throws: `modelLacksHead`.
  public init(_ name: String, of model: Model) throws(DictumError) {
    (description, layers) = try model.head(name, .pair)
  }

  /// Classifies pairs, each in a window `[CLS] statement [SEP] text [SEP]` of its own.
  ///
  /// Features: `[CLS]`, the mean over the statement's pieces, the mean over the text's pieces. What does not fit is cut
  /// off at a word.
  /// - Returns: one for each pair; nil where the statement or the text has no word.
  /// - Throws: `engineFailed`.
  public func classify(_ pairs: [Pair], with encoder: Encoder) throws(DictumError) -> [LabelScores?] {
    let encoded = try encoder.encodePairs(pairs, maximumTextPieces: Self.maximumTextPieces)
    return try encoder.scores(description, layers, of: encoded) { values, features in
      for (offset, value) in values.enumerated() { features[offset] = value }
    }
  }
}

extension Encoder {
  /// `[CLS]`, statement mean and text mean of each pair, one after another; nil where one of the two has no word.
  fileprivate func encodePairs(
    _ pairs: [PairClassifier.Pair],
    maximumTextPieces: Int
  ) throws(DictumError) -> [[Float]?] {
    let width = model.config.width
    var results = [[Float]?](repeating: nil, count: pairs.count)
    var batch = PackedBatch()
    /// The pair of each window of the batch and its rows of statement and text.
    var waiting: [(pair: Int, statement: Range<Int>, text: Range<Int>)] = []
    func flush() throws(DictumError) {
      guard !waiting.isEmpty else { return }
      let hidden = try pass.run(batch)
      for (item, window) in zip(waiting, batch.windows) {
        var features = [Float](UnsafeBufferPointer(start: hidden + window.lowerBound * width, count: width))
        features += mean(hidden, item.statement, width)
        features += mean(hidden, item.text, width)
        results[item.pair] = features
      }
      batch = PackedBatch()
      waiting = []
    }
    for (index, pair) in pairs.enumerated() {
      let room = model.config.window - 3
      let text = pieces(of: pair.text, limit: min(maximumTextPieces, room / 2))
      let statement = pieces(of: pair.statement, limit: room - text.ids.count)
      guard !text.words.isEmpty, !statement.words.isEmpty else { continue }
      if batch.rows.count + text.ids.count + statement.ids.count + 3 > pass.capacity { try flush() }
      let start = batch.rows.count
      batch.append(statement, statement.words.indices, model.tokenizer.vocabulary)
      let middle = batch.rows.count
      batch.append(text, text.words.indices, segment: 1, from: start)
      let position = Int32(batch.rows.count - start)
      let separator = model.tokenizer.vocabulary.separator
      batch.rows.append(PieceRow(id: separator, position: position, segment: 1, shape: .special))
      batch.windows[batch.windows.count - 1] = start..<batch.rows.count
      waiting.append((index, start + 1..<middle - 1, middle..<batch.rows.count - 1))
    }
    try flush()
    return results
  }

  /// The words of a text from its start, as many as fit into `limit` pieces.
  private func pieces(of text: [UInt8], limit: Int) -> PieceList {
    var list = tokenize(text)
    let kept = list.words.prefix { $0.pieces.upperBound <= limit }.count
    list.words.removeSubrange(kept...)
    let end = list.words.last?.pieces.upperBound ?? 0
    list.ids.removeSubrange(end...)
    list.spans.removeSubrange(end...)
    return list
  }

  private func mean(_ hidden: UnsafePointer<Float>, _ rows: Range<Int>, _ width: Int) -> [Float] {
    var sum = [Float](repeating: 0, count: width)
    for row in rows {
      for column in 0..<width { sum[column] += hidden[row * width + column] }
    }
    return sum.map { $0 / Float(rows.count) }
  }
}
