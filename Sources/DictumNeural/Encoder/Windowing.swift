import DictumKit

/// How a document's words are cut into windows.
///
/// Windows hold whole sentences, as many as fit. A sentence that fits into no window is cut at words into windows that
/// overlap; each of its words takes the vector from the window in which it has most context.
struct Windowing {
  /// Pieces that a window holds, `[CLS]` and `[SEP]` not counted.
  let capacity: Int

  /// Words of one window.
  struct Window: Equatable {
    /// The words that the encoder sees.
    var words: Range<Int>
    /// The words whose vectors are taken; windows in order keep all words in order, each once.
    var kept: Range<Int>
  }

  /// Cuts a document.
  ///
  /// - Parameters:
  ///   - words: the words with their pieces, at most `capacity` each.
  ///   - sentences: word ranges that partition `words`, in order.
  func windows(_ words: [EncodedWord], sentences: [Range<Int>]) -> [Window] {
    var made: [Window] = []
    var open = 0..<0
    var used = 0
    func close() {
      if !open.isEmpty { made.append(Window(words: open, kept: open)) }
      used = 0
    }
    for sentence in sentences where !sentence.isEmpty {
      let pieces = pieceCount(words, sentence)
      if pieces > capacity {
        close()
        open = sentence.upperBound..<sentence.upperBound
        made += overlapping(words, sentence)
      } else if used + pieces > capacity {
        close()
        open = sentence
        used = pieces
      } else {
        open = (open.isEmpty ? sentence.lowerBound : open.lowerBound)..<sentence.upperBound
        used += pieces
      }
    }
    close()
    return made
  }

  private func pieceCount(_ words: [EncodedWord], _ range: Range<Int>) -> Int {
    words[range.upperBound - 1].pieces.upperBound - words[range.lowerBound].pieces.lowerBound
  }

  /// Windows over one long sentence: full ones that share a quarter of their pieces, the last one full as well.
  private func overlapping(_ words: [EncodedWord], _ sentence: Range<Int>) -> [Window] {
    var ranges: [Range<Int>] = []
    var start = sentence.lowerBound
    while true {
      var end = start + 1
      while end < sentence.upperBound, pieceCount(words, start..<end + 1) <= capacity { end += 1 }
      if end == sentence.upperBound {
        let before = ranges.last?.lowerBound ?? start
        while start > before + 1, pieceCount(words, start - 1..<end) <= capacity { start -= 1 }
        ranges.append(start..<end)
        break
      }
      ranges.append(start..<end)
      var next = end
      while next > start + 1, pieceCount(words, next - 1..<end) <= capacity / 4 { next -= 1 }
      start = next
    }
    var windows: [Window] = []
    var seam = sentence.lowerBound
    for (index, range) in ranges.enumerated() {
      var end = range.upperBound
      if index + 1 < ranges.count {
        end = self.seam(words, overlap: ranges[index + 1].lowerBound..<range.upperBound, after: seam)
      }
      windows.append(Window(words: range, kept: seam..<end))
      seam = end
    }
    return windows
  }

  /// The first word that has more context in the later window: the middle of the overlap, counted in pieces.
  private func seam(_ words: [EncodedWord], overlap: Range<Int>, after: Int) -> Int {
    guard !overlap.isEmpty else { return max(after, overlap.upperBound) }
    let first = words[overlap.lowerBound].pieces.lowerBound
    let last = words[overlap.upperBound - 1].pieces.upperBound
    let middle = overlap.first { words[$0].pieces.lowerBound + words[$0].pieces.upperBound >= first + last }
    return max(after, middle ?? overlap.upperBound)
  }
}
