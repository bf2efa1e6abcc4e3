import DictumKit

/// A run of a statement’s sentences that the encoder reads at once.
struct StatementWindow {
  /// The statement’s place among those asked.
  var statement: Int
  /// Whether it is the statement’s first window, which says whether it is one.
  var isFirst: Bool
  var pieces: PieceList
  /// The segment of each word.
  var segments: [UInt8]
  /// The targets that begin in the window: their place among the statement’s, and the rows of their pieces, counted
  /// from `[CLS]`.
  var targets: [(index: Int, rows: Range<Int>)]
}

/// What the heads read of a window.
struct StatementVectors {
  /// `[CLS]`, then the means over the pieces of content, cue and source; zeros where there are none.
  var roles: [Float]
  /// The mean over each target’s pieces.
  var targets: [[Float]]
}

extension Encoder {
  /// The windows of a statement; none where its sentences hold no word.
  func statementWindows(_ statement: AttributedStatement, _ place: Int, of text: [UInt8]) -> [StatementWindow] {
    let sentences = statement.sentences.map { tokenize(text, in: $0) }.filter { !$0.words.isEmpty }
    guard !sentences.isEmpty else { return [] }
    let leading = statement.cue.isEmpty ? statement.source : statement.cue
    let anchor = sentences.firstIndex { sentence in
      let start = sentence.words[0].span.start
      let end = sentence.words[sentence.words.count - 1].span.end
      return leading.contains { $0.start < end && $0.end > start }
    }
    let groups = StatementWindowing.groups(sizes: sentences.map(\.ids.count), anchor: anchor ?? 0)
    return groups.enumerated().map { order, group in
      var list = PieceList()
      for index in group { list.append(sentences[index], limit: StatementWindowing.capacity) }
      return StatementWindow(
        statement: place,
        isFirst: order == 0,
        pieces: list,
        segments: list.words.map { statement.segment(of: $0.span) },
        targets: statement.targets.indices.compactMap { index in
          list.rows(of: statement.targets[index]).map { (index, $0) }
        }
      )
    }
  }

  /// Runs windows through the encoder, packed into batches, and pools what the heads read.
  func vectors(of windows: [StatementWindow]) throws(DictumError) -> [StatementVectors] {
    var results: [StatementVectors] = []
    var batch = PackedBatch()
    func flush() throws(DictumError) {
      guard !batch.windows.isEmpty else { return }
      let hidden = try pass.run(batch)
      let first = results.count
      for (offset, rows) in batch.windows.enumerated() {
        results.append(pooled(windows[first + offset], hidden, rows, segments: batch.rows[rows].map(\.segment)))
      }
      batch = PackedBatch()
    }
    for window in windows {
      if batch.rows.count + window.pieces.ids.count + 2 > pass.capacity { try flush() }
      batch.append(window.pieces, window.pieces.words.indices, model.tokenizer.vocabulary)
      let start = batch.windows[batch.windows.count - 1].lowerBound + 1
      for (word, segment) in zip(window.pieces.words, window.segments) {
        for piece in word.pieces { batch.rows[start + piece].segment = segment }
      }
    }
    try flush()
    return results
  }

  private func pooled(
    _ window: StatementWindow,
    _ hidden: UnsafePointer<Float>,
    _ rows: Range<Int>,
    segments: [UInt8]
  ) -> StatementVectors {
    let width = model.config.width
    let base = hidden + rows.lowerBound * width
    func mean(_ chosen: some Collection<Int>) -> [Float] {
      var sum = [Float](repeating: 0, count: width)
      guard !chosen.isEmpty else { return sum }
      sum.withUnsafeMutableBufferPointer { sum in
        guard let sum = sum.baseAddress else { return }
        for row in chosen { add(base + row * width, to: sum, count: width) }
      }
      return sum.map { $0 / Float(chosen.count) }
    }
    var roles = [Float](UnsafeBufferPointer(start: base, count: width))
    for role in [AttributedStatement.Role.content, .cue, .source] {
      roles += mean(segments.indices.filter { segments[$0] == role.rawValue })
    }
    return StatementVectors(roles: roles, targets: window.targets.map { mean($0.rows) })
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

  /// The rows, counted from `[CLS]`, of the words that a span touches, if it begins within the list.
  fileprivate func rows(of span: Span) -> Range<Int>? {
    guard let first = words.first, let last = words.last, span.start >= first.span.start, span.start < last.span.end
    else { return nil }
    let touched = words.indices.filter { words[$0].span.start < span.end && words[$0].span.end > span.start }
    guard let low = touched.first, let high = touched.last else { return nil }
    return words[low].pieces.lowerBound + 1..<words[high].pieces.upperBound + 1
  }
}
