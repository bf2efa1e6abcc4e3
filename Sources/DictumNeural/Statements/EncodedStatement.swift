public import DictumKit

/// A statement’s sentences as the encoder reads them with the role of each word, for the statement heads to read.
///
/// The sentences are encoded anew, so that all that is made of a word is made in view of who speaks and how.
public struct EncodedStatement: Sendable {
  /// A run of the sentences that the encoder read at once.
  struct Window: Sendable {
    var words: [EncodedWord]
    /// `[CLS]`, then the means over the pieces of content, cue and source; zeros where there are none.
    var roles: [Float]
    /// The pieces’ vectors, `[pieces, width]`, row-major.
    var vectors: [Float]
  }

  /// The first one has the cue, or the source where there is no cue; none where the sentences hold no word.
  var windows: [Window]
}

extension TransientKey<[EncodedStatement]> {
  /// The document’s statements, in the order of its quotes, each read with its roles.
  public static var statements: Self { Self("encoded statements") }
}

extension Encoder {
  /// Encodes statements of one text, packed into batches.
  ///
  /// - Parameter text: UTF-8.
  /// - Throws: `engineFailed`.
  public func encode(
    _ statements: [AttributedStatement],
    of text: [UInt8]
  ) throws(DictumError) -> [EncodedStatement] {
    var encoded = statements.map { _ in EncodedStatement(windows: []) }
    var batch = PackedBatch()
    var waiting: [(statement: Int, pieces: PieceList)] = []
    func flush() throws(DictumError) {
      guard !waiting.isEmpty else { return }
      let hidden = try pass.run(batch)
      for ((statement, pieces), rows) in zip(waiting, batch.windows) {
        let segments = batch.rows[rows].map(\.segment)
        encoded[statement].windows.append(window(pieces, hidden + rows.lowerBound * model.config.width, segments))
      }
      batch = PackedBatch()
      waiting = []
    }
    for (index, statement) in statements.enumerated() {
      for pieces in windows(of: statement, text) {
        if batch.rows.count + pieces.ids.count + 2 > pass.capacity { try flush() }
        batch.append(pieces, pieces.words.indices, model.tokenizer.vocabulary)
        let start = batch.windows[batch.windows.count - 1].lowerBound + 1
        for word in pieces.words {
          let segment = statement.segment(of: word.span)
          for piece in word.pieces { batch.rows[start + piece].segment = segment }
        }
        waiting.append((index, pieces))
      }
    }
    try flush()
    return encoded
  }

  /// The words of a statement’s windows.
  private func windows(of statement: AttributedStatement, _ text: [UInt8]) -> [PieceList] {
    let sentences = statement.sentences.map { tokenize(text, in: $0) }.filter { !$0.words.isEmpty }
    guard !sentences.isEmpty else { return [] }
    let leading = statement.cue.isEmpty ? statement.source : statement.cue
    let anchor = sentences.firstIndex { sentence in
      let start = sentence.words[0].span.start
      let end = sentence.words[sentence.words.count - 1].span.end
      return leading.contains { $0.start < end && $0.end > start }
    }
    return StatementWindowing.groups(sizes: sentences.map(\.ids.count), anchor: anchor ?? 0).map { group in
      group.reduce(into: PieceList()) { $0.append(sentences[$1], limit: StatementWindowing.capacity) }
    }
  }

  private func window(
    _ pieces: PieceList,
    _ hidden: UnsafePointer<Float>,
    _ segments: [UInt8]
  ) -> EncodedStatement.Window {
    let width = model.config.width
    var roles = [Float](UnsafeBufferPointer(start: hidden, count: width))
    for role in [AttributedStatement.Role.content, .cue, .source] {
      var sum = [Float](repeating: 0, count: width)
      let rows = segments.indices.filter { segments[$0] == role.rawValue }
      sum.withUnsafeMutableBufferPointer { sum in
        guard let sum = sum.baseAddress else { return }
        for row in rows { add(hidden + row * width, to: sum, count: width) }
      }
      roles += sum.map { $0 / Float(max(1, rows.count)) }
    }
    let vectors = UnsafeBufferPointer(start: hidden + width, count: pieces.ids.count * width)
    return EncodedStatement.Window(words: pieces.words, roles: roles, vectors: Array(vectors))
  }
}

extension PieceList {
  /// Adds the words of a sentence as long as no more than `limit` pieces are held.
  fileprivate mutating func append(_ sentence: PieceList, limit: Int) {
    for word in sentence.words {
      guard ids.count + word.pieces.count <= limit else { return }
      var moved = word
      moved.pieces = ids.count..<ids.count + word.pieces.count
      ids += sentence.ids[word.pieces]
      spans += sentence.spans[word.pieces]
      words.append(moved)
    }
  }
}
