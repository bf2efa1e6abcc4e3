public import DictumKit

/// Runs a model for one worker: holds the scratch room and compiled products that only one thread may use at a time.
///
/// Weights belong to the model and are shared. `EncoderPool` hands encoders to stages that many workers share.
public final class Encoder {
  public let model: Model
  let pass: ForwardPass
  private var word = WordBuffer()

  /// An encoder with room of its own.
  ///
  /// - Throws: `engineFailed`.
  public init(_ model: Model) throws(DictumError) {
    self.model = model
    pass = try ForwardPass(model)
  }

  /// Encodes a document in windows of whole sentences.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - sentences: spans in order, in UTF-8 bytes. Text between them is encoded as if it were a sentence; parts of a
  ///     span that lie before the end of an earlier one or beyond the text are left out.
  /// - Throws: `engineFailed`.
  public func encode(_ text: [UInt8], sentences: [TextSpan]) throws(DictumError) -> EncodedDocument {
    let (list, encoded, units) = read(text, sentences)
    let windows = Windowing(capacity: model.config.window - 2).windows(list.words, sentences: units)
    let (vectors, windowVectors) = try vectors(of: list, windows)
    return EncodedDocument(
      words: list.words,
      pieceSpans: list.spans,
      sentences: encoded,
      windows: windows.map { EncodedWindow(words: $0.kept, context: $0.words) },
      width: model.config.width,
      vectors: vectors,
      windowVectors: windowVectors
    )
  }

  /// The words of a text, sentence by sentence, and the word ranges that windows keep together.
  private func read(
    _ text: [UInt8],
    _ sentences: [TextSpan]
  ) -> (list: PieceList, sentences: [EncodedSentence], units: [Range<Int>]) {
    var list = PieceList()
    list.ids.reserveCapacity(text.count / 4)
    list.spans.reserveCapacity(text.count / 4)
    list.words.reserveCapacity(text.count / 5)
    var encoded: [EncodedSentence] = []
    var units: [Range<Int>] = []
    text.withUnsafeBufferPointer { bytes in
      func unit(_ range: Range<Int>) -> Range<Int> {
        let first = list.words.count
        // A sentence of nothing but marks means nothing, and a broken file may have millions of them.
        guard bytes[range].contains(where: { $0.isWordByte }) else { return first..<first }
        model.tokenizer.append(range, of: bytes, to: &list, &word)
        units.append(first..<list.words.count)
        return first..<list.words.count
      }
      var end = 0
      for sentence in sentences {
        let start = min(max(sentence.start, end), bytes.count)
        let stop = max(start, min(sentence.end, bytes.count))
        if end < start { _ = unit(end..<start) }
        let firstPiece = list.ids.count
        let words = unit(start..<stop)
        encoded.append(EncodedSentence(span: sentence, words: words, pieces: firstPiece..<list.ids.count))
        end = stop
      }
      if end < bytes.count { _ = unit(end..<bytes.count) }
    }
    return (list, encoded, units)
  }

  /// The pieces and shapes of a document's windows, `[CLS]` and `[SEP]` included, for comparisons with other engines.
  ///
  /// - Parameter sentenceWise: gives each sentence a window of its own.
  package func inputs(
    _ text: [UInt8],
    sentences: [TextSpan],
    sentenceWise: Bool
  ) -> [(ids: [Int32], shapes: [UInt8])] {
    let (list, _, units) = read(text, sentences)
    let windowing = Windowing(capacity: model.config.window - 2)
    let windows =
      sentenceWise
      ? units.flatMap { windowing.windows(list.words, sentences: [$0]) }
      : windowing.windows(list.words, sentences: units)
    return windows.map { window in
      var batch = PackedBatch()
      batch.append(list, window.words, model.tokenizer.vocabulary)
      return (batch.rows.map(\.id), batch.rows.map(\.shape.rawValue))
    }
  }

  /// The words and pieces of a text, or of the part of it that `span` covers (UTF-8).
  func tokenize(_ text: [UInt8], in span: TextSpan? = nil) -> PieceList {
    var list = PieceList()
    let end = min(span?.end ?? text.count, text.count)
    let start = min(max(span?.start ?? 0, 0), end)
    text.withUnsafeBufferPointer { model.tokenizer.append(start..<end, of: $0, to: &list, &word) }
    return list
  }

  private func vectors(
    of list: PieceList,
    _ windows: [Windowing.Window]
  ) throws(DictumError) -> (pieces: [Float], windows: [Float]) {
    let width = model.config.width
    var vectors = [Float](repeating: 0, count: list.ids.count * width)
    var windowVectors = [Float](repeating: 0, count: windows.count * width)
    var batch = PackedBatch()
    var first = 0
    for (index, window) in windows.enumerated() {
      batch.append(list, window.words, model.tokenizer.vocabulary)
      let next = windows.indices.contains(index + 1) ? windows[index + 1] : nil
      let nextRows = next.map {
        list.words[$0.words.upperBound - 1].pieces.upperBound - list.words[$0.words.lowerBound].pieces.lowerBound + 2
      }
      if let nextRows, batch.rows.count + nextRows <= pass.capacity { continue }
      let hidden = try pass.run(batch)
      for (offset, rows) in batch.windows.enumerated() {
        let window = windows[first + offset]
        copy(hidden + rows.lowerBound * width, to: &windowVectors, (first + offset) * width, count: width)
        guard !window.kept.isEmpty else { continue }
        let seen = list.words[window.words.lowerBound].pieces.lowerBound
        let start = list.words[window.kept.lowerBound].pieces.lowerBound
        let end = list.words[window.kept.upperBound - 1].pieces.upperBound
        let source = hidden + (rows.lowerBound + 1 + start - seen) * width
        copy(source, to: &vectors, start * width, count: (end - start) * width)
      }
      first = index + 1
      batch = PackedBatch()
    }
    return (vectors, windowVectors)
  }
}

/// Copies vectors into an array.
func copy(_ source: UnsafePointer<Float>, to target: inout [Float], _ offset: Int, count: Int) {
  precondition(offset >= 0 && offset + count <= target.count, "room for the vectors")
  target.withUnsafeMutableBufferPointer { $0.baseAddress.map { $0 + offset }?.update(from: source, count: count) }
}

extension PackedBatch {
  /// Adds a window `[CLS] words… [SEP]`.
  mutating func append(_ list: PieceList, _ words: Range<Int>, _ vocabulary: Vocabulary) {
    let start = rows.count
    rows.append(PieceRow(id: vocabulary.classification, position: 0, segment: 0, shape: .special))
    append(list, words, segment: 0, from: start)
    rows.append(PieceRow(id: vocabulary.separator, position: Int32(rows.count - start), segment: 0, shape: .special))
    windows.append(start..<rows.count)
  }

  /// Adds the pieces of some words to the window that begins at row `start`.
  mutating func append(_ list: PieceList, _ words: Range<Int>, segment: UInt8, from start: Int) {
    for word in list.words[words] {
      for piece in word.pieces {
        rows.append(
          PieceRow(id: list.ids[piece], position: Int32(rows.count - start), segment: segment, shape: word.shape)
        )
      }
    }
  }
}

extension UInt8 {
  /// Whether the byte is a digit, a letter, or part of a character beyond ASCII.
  fileprivate var isWordByte: Bool {
    self >= 0x80 || isASCIIDigit || isASCIILetter
  }
}
